# attempts: a small text that compiles to a huge one: finally blocks in finally blocks, each copied twice
# required: verdict memory limit, time limit or runtime error, within the limits of a step: compiling is inside them
# kind: function
def solution(xs):
	try: xs.append(0)
	finally:
		try: xs.append(1)
		finally:
			try: xs.append(2)
			finally:
				try: xs.append(3)
				finally:
					try: xs.append(4)
					finally:
						try: xs.append(5)
						finally:
							try: xs.append(6)
							finally:
								try: xs.append(7)
								finally:
									try: xs.append(8)
									finally:
										try: xs.append(9)
										finally:
											try: xs.append(10)
											finally:
												try: xs.append(11)
												finally:
													try: xs.append(12)
													finally:
														try: xs.append(13)
														finally:
															try: xs.append(14)
															finally:
																try: xs.append(15)
																finally:
																	try: xs.append(16)
																	finally:
																		try: xs.append(17)
																		finally:
																			try: xs.append(18)
																			finally:
																				xs.sort()
	return xs
