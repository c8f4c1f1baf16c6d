# attempts: nothing: honest, with re, json, string, textwrap, csv, format specifications and accents
# required: verdict must be accepted, full score
# kind: function
import re, json, string, textwrap, io, csv
def solution(xs):
    text = json.dumps({'é': xs, 'n': None, 't': [True, 1.5]}, ensure_ascii=False)
    assert json.loads(text)['é'] == xs and f'{3.14159:>10.2f}|{"é":^5}|{255:#x}' == '      3.14|  é  |0xff'
    assert re.sub(r'(\w+) (\w+)', r'\2 \1', 'à demain') == 'demain à' and re.findall(r'-?\d+', 'a-1b22') == ['-1', '22']
    assert string.Template('$a').substitute(a='œ') == 'œ' and textwrap.wrap('aa bb cc', 5) == ['aa bb', 'cc'] and 'ÉTÉ'.casefold() == 'été'
    out = io.StringIO()
    csv.writer(out).writerow(xs)
    rows = [int(c) for c in next(csv.reader(io.StringIO(out.getvalue())))]
    return sorted(rows, key=lambda n: (n < 0 and -1 or 1, n))
