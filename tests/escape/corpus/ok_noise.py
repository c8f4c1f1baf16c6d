# attempts: nothing: honest, with much printing on both streams, warnings and an exception that it handles
# required: verdict must be accepted, full score
# kind: function
import sys, warnings, traceback, pprint, logging, datetime, time
def solution(xs):
    print('début', xs, sep=' : ', end='\n\n')
    pprint.pprint({'a': list(range(50))})
    warnings.warn('attention')
    logging.warning('un journal')
    try: [][1]
    except IndexError: traceback.print_exc()
    time.sleep(0.01)
    print(datetime.date(2024, 2, 29) + datetime.timedelta(365), file=sys.stderr)
    sys.stdout.write('fin sans saut de ligne')
    return sorted(xs)
