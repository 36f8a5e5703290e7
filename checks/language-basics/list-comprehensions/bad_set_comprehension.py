def positive_squares(rows):
    return list({number ** 2 for row in rows for number in row if number > 0})
