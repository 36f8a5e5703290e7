def positive_squares(rows):
    return [
        number ** 2 if number > 0 else None
        for row in rows
        for number in row
    ]
