import copy

row = [1]
board = [row, row, (2, 3)]
shallow, deep = copy.copy(board), copy.deepcopy(board)
row.append(9)
board.append("end")
print(shallow)
print(deep)
deep[0].append(5)
print(deep[:2], row)
print(shallow[2] is board[2], deep[2] is board[2])
ring = []
ring.append(ring)
twin = copy.deepcopy(ring)
print(twin is ring, twin[0] is twin)
