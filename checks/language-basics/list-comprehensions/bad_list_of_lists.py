def positive_squares(rows):
    return [[number ** 2 for number in row if number > 0] for row in rows]
