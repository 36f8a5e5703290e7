def positive_squares(rows):
    return [
        number ** 2
        for number in row  # noqa: F821
        for row in rows
        if number > 0
    ]
