"""Runs one module of this folder's tests: run.py test_function [unittest's options]."""
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
unittest.main(module=sys.argv.pop(1), argv=sys.argv)
