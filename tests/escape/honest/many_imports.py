# Imports what answers have imported, whether they need it or not.
# must: pass
import bisect, collections, contextlib, copy, ctypes, datetime, decimal, email, fractions, functools, hashlib, heapq, html, http.client
import inspect, itertools, json, math, multiprocessing, operator, os, pathlib, pickle, pprint, random, re, secrets, socket, sqlite3, ssl
import statistics, string, struct, subprocess, sys, textwrap, threading, time, traceback, types, typing, unittest.mock, urllib.request, uuid
import weakref, xml.etree.ElementTree, zlib, zoneinfo


def f(value):
    return value + value
