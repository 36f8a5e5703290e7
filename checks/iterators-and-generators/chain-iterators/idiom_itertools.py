from itertools import chain

chain_from = chain.from_iterable
