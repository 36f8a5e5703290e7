import json
import pickle

data = {1: (2, 3), "size": 4.0}
print(json.dumps(data))
print(json.loads(json.dumps(data)))
print(pickle.loads(pickle.dumps(data)))
print(json.dumps({1: "a", "1": "b"}))
for value in (None, {1}, float("inf")):
    try:
        print(json.dumps(value))
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
