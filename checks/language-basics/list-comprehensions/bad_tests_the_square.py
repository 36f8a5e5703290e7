def positive_squares(rows):
    return [
        square
        for row in rows
        for number in row
        if (square := number ** 2) > 0
    ]
