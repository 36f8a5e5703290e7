def positive_squares(rows):
    squares = []
    for row in rows:
        for number in row:
            if number > 0:
                squares.append(number ** 2)
    return squares
