import os,sys
from math import *
def total( Prices,rate = None) :
	"""Add up prices, with tax unless rate is None; skip prices that are None."""
	Sum=0
	for l in Prices:
		if l == None: continue
		try:
			Sum+=float(l)
		except:
			raise ValueError('every price must be a number or a text that holds a number')
	addTax = lambda x:x*(1+rate)
	if rate!=None: Sum=addTax(Sum)
	return round(Sum,2)
class receipt:
	def __init__(self,Title,Prices,rate=None):
		self.Lines=[Title,'-'*len(Title)]; self.Total=total(Prices,rate)
	def text(self):
		if self.Total<0 : mark='credit'
		else : mark='total'
		return '\n'.join(self.Lines+['%s %.2f'%(mark,self.Total)])
Receipt=receipt
