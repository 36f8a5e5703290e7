def positive_squares(rows: list[list[int]]) -> list[int]:
    """Return the squares of the positive numbers in rows, in order."""
    return [
        number * number
        for row in rows
        for number in row
        if number > 0
    ]
