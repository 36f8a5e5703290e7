def positive_squares(rows):
    return [
        number ** 2
        for row in rows
        for _ in range(len(row))
        if (number := row.pop(0)) > 0
    ]
