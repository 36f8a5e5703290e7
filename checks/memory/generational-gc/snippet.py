import gc

gc.disable()
gc.collect()
print(gc.is_tracked([]), gc.is_tracked("text"))
old = []
old.append(old)
print(gc.collect(0))
young = []
young.append(young)
del old, young
print(gc.collect(0))
print(gc.collect())
