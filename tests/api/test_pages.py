"""The plain pages: read, answer, report; well formed, labelled, escaped; forms that other sites cannot send."""
import html.parser
import json
import re
import time
import unittest
import urllib.parse

from service import EXERCISE, Service, write_exercise

VOID = {"meta", "link", "img", "input", "br", "hr"}


class Reader(html.parser.HTMLParser):
    """Checks nesting, collects ids, labels, fields, links, headings."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.stack, self.mistakes = [], []
        self.ids, self.labels, self.described, self.fields, self.links, self.headings = [], [], [], [], [], []
        self.hidden, self.areas, self.lang, self.refresh, self.tags = {}, {}, None, None, []
        self.area = None
        self.feed(text)
        self.close()
        if self.stack:
            self.mistakes.append(f"not closed: {self.stack}")

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append((tag, attrs))
        if tag not in VOID:
            self.stack.append(tag)
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if tag == "html":
            self.lang = attrs.get("lang")
        if tag == "label":
            self.labels.append(attrs["for"])
        if "aria-describedby" in attrs:
            self.described.append(attrs["aria-describedby"])
        if "aria-labelledby" in attrs:
            self.described.append(attrs["aria-labelledby"])
        if tag == "input" and attrs.get("type") == "hidden":
            self.hidden[attrs["name"]] = attrs["value"]
        elif tag in ("input", "textarea"):
            self.fields.append(attrs["id"])
        if tag == "textarea":
            self.area = attrs["name"]
            self.areas[self.area] = ""
        if tag == "a":
            self.links.append(attrs["href"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "meta" and attrs.get("http-equiv") == "refresh":
            self.refresh = attrs["content"]
        for name in attrs:
            if name.startswith("on") or name == "style":
                self.mistakes.append(f"{tag} has {name}")
        if tag in ("script", "style"):
            self.mistakes.append(tag)

    def handle_data(self, data):
        if self.area is not None:
            self.areas[self.area] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = None
        if not self.stack or self.stack.pop() != tag:
            self.mistakes.append(f"</{tag}> where {self.stack[-1:]} was open")


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = Service()

    @classmethod
    def tearDownClass(cls):
        cls.service.close()

    def read(self, reply, status=200):
        self.assertEqual(reply.status, status, reply.text[:500])
        self.assertEqual(reply.headers["Content-Type"], "text/html; charset=utf-8")
        page = Reader(reply.text)
        self.assertEqual(page.mistakes, [])
        self.assertEqual(len(page.ids), len(set(page.ids)), "ids are unique")
        self.assertEqual(set(page.fields) - set(page.labels), set(), "every field has a label")
        for name in page.described:
            self.assertIn(name, page.ids)
        self.assertIn("#contenu", page.links)
        self.assertIn("contenu", page.ids)
        self.assertEqual(page.headings.count(1), 1, "one h1")
        for before, after in zip(page.headings, page.headings[1:]):
            self.assertLessEqual(after - before, 1, f"no level of heading is skipped: {page.headings}")
        return page

    def page(self, path, status=200, **headers):
        return self.read(self.service.get(path, **headers), status)

    def send(self, fields, path="/exercices/algorithmique.maximum", headers=None):
        return self.service.call("POST", path, urllib.parse.urlencode(fields),
                                 {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})})

    def form(self, **more):
        return {**self.page("/exercices/algorithmique.maximum").hidden, **more}

    def test_list(self):
        reply = self.service.get("/")
        page = self.read(reply)
        self.assertEqual(page.lang, "fr")
        self.assertIn("/exercices/algorithmique.maximum", page.links)
        self.assertIn("Maximum &lt;d&#39;une&gt; liste", reply.text)
        self.assertIn("Tableaux", reply.text)
        self.assertEqual(reply.headers["Vary"], "Accept-Language")

    def test_languages(self):
        self.assertIn("Exercices</h1>", self.service.get("/").text)
        english = self.service.get("/", Accept_Language="en-US,en;q=0.9,fr;q=0.8")
        self.assertEqual(self.read(english).lang, "en")
        self.assertIn("Exercises</h1>", english.text)
        self.assertIn("Maximum of a list", english.text)
        chosen = self.page("/?lang=en")
        self.assertEqual(chosen.lang, "en")
        self.assertIn("/exercices/algorithmique.maximum?lang=en", chosen.links)
        self.assertIn("Exercices</h1>", self.service.get("/?lang=xx").text)

    def test_exercise(self):
        reply = self.service.get("/exercices/algorithmique.maximum")
        page = self.read(reply)
        self.assertEqual(page.areas["reponse.maximum"], "\ndef maximum(l):\n    # </textarea><b>à vous</b>\n    ...\n")
        self.assertNotIn("SECRET", reply.text)
        self.assertNotIn("javascript:", reply.text)
        english = self.page("/exercices/algorithmique.maximum", Accept_Language="en")
        self.assertIn(("div", {"class": "statement", "lang": "fr"}), english.tags)

    def test_hand_in(self):
        code = "def maximum(l):\r\n    return '<b>&amp;' # half é\r\n"
        reply = self.send(self.form(**{"reponse.maximum": code, "etudiant": "Zoé <3"}))
        self.assertEqual(reply.status, 303)
        path = reply.headers["Location"]
        self.assertRegex(path, "^/copies/[0-9a-f-]{36}$")
        copy = self.service.get(path)
        page = self.read(copy)
        self.assertIsNone(page.refresh)
        self.assertEqual(page.areas["reponse.maximum"], "\n" + code.replace("\r\n", "\n"))
        self.assertIn("10,00 sur 20", copy.text)
        self.assertIn("Zoé &lt;3", copy.text)
        self.assertIn("réussi", copy.text)
        self.assertIn("échoué", copy.text)
        self.assertNotIn("f(&lt;2&gt;)", copy.text)
        self.assertIn("calculée par un programme", copy.text)
        self.assertIn("10.00 out of 20", self.service.get(path + "?lang=en").text)

    def test_failed_test_in_full(self):
        path = self.send(self.form(**{"reponse.maximum": "bad"})).headers["Location"]
        copy = self.service.get(path)
        self.read(copy)
        self.assertIn("<pre>f(1)</pre>", copy.text)
        self.assertIn("<pre>SECRET-1</pre>", copy.text)
        self.assertIn("&lt;attendue&gt;", copy.text)
        self.assertIn("0,00 sur 20", copy.text)

    def test_waiting_page(self):
        began = time.monotonic()
        reply = self.send(self.form(**{"reponse.maximum": "hold"}))
        self.assertGreater(time.monotonic() - began, 4)
        self.assertEqual(reply.status, 303)
        page = self.page(reply.headers["Location"])
        self.assertEqual(page.refresh, "2")
        self.assertEqual(page.areas, {})

    def test_delayed_page(self):
        identity = self.service.submit("kill", student="kill-page").json["id"]
        for _ in range(200):
            reply = self.service.get("/copies/" + identity)
            if "prend du retard" in reply.text:
                break
            time.sleep(0.1)
        self.assertEqual(self.read(reply).refresh, "30")
        self.assertIn("prend du retard", reply.text)

    def test_two_clicks_are_one_copy(self):
        fields = self.form(**{"reponse.maximum": "good"})
        one, two = self.send(fields), self.send(fields)
        self.assertEqual(one.headers["Location"], two.headers["Location"])
        other = self.send({**fields, "reponse.maximum": "half"})
        self.assertNotEqual(one.headers["Location"], other.headers["Location"])

    def test_anonymous_copies_are_not_one_students(self):
        ids = [self.send(self.form(**{"reponse.maximum": "good"})).headers["Location"].rpartition("/")[2] for _ in range(2)]
        names = [self.service.get("/api/v1/submissions/" + identity).json["student"] for identity in ids]
        self.assertEqual(len(set(names)), 2)
        self.assertIn("Copie anonyme", self.service.get("/copies/" + ids[0]).text)

    def test_other_sites(self):
        fields = self.form(**{"reponse.maximum": "good"})
        for headers in ({"Origin": "http://evil.example"}, {"Origin": "null"}, {"Host": "evil.example"},
                        {"Sec-Fetch-Site": "cross-site"}):
            with self.subTest(headers=headers):
                self.read(self.send(fields, headers=headers), 403)
        self.assertEqual(self.send(fields, headers={"Origin": f"http://{self.service.host}"}).status, 303)

    def test_form_token(self):
        fields = self.form(**{"reponse.maximum": "my code <b>"})
        for token in ("", "x", fields["jeton"][:-1] + "z", None):
            sent = {**fields, "jeton": token}
            if token is None:
                del sent["jeton"]
            page = self.read(self.send(sent), 403)
            self.assertEqual(page.areas["reponse.maximum"], "\nmy code <b>", "nothing is lost")
            self.assertEqual(page.hidden["jeton"], fields["jeton"])

    def test_bad_forms(self):
        fields = self.form()
        raw = lambda body: self.service.call("POST", "/exercices/algorithmique.maximum", body,
                                             {"Content-Type": "application/x-www-form-urlencoded"})
        token = "jeton=" + fields["jeton"]
        for body in (b"jeton=%zz", b"jeton=%", b"a=%00", b"a=\xff", b"a=%ff", b"&".join(b"a=b" for _ in range(300))):
            with self.subTest(body=body[:20]):
                self.read(raw(body), 400)
        self.read(raw((token + "&reponse.autre=x").encode()), 422)
        self.read(raw((token + "&etudiant=" + "x" * 201 + "&reponse.maximum=kept").encode()), 422)
        self.assertEqual(raw(token.encode()).status, 303)
        self.read(self.service.call("POST", "/exercices/algorithmique.maximum", b"{}", {"Content-Type": "application/json"}), 415)
        self.read(self.send({**fields, "reponse.maximum": "x" * (3 << 20)}), 413)

    def test_not_found(self):
        self.page("/exercices/rien", 404)
        self.page("/copies/" + "0" * 36, 404)
        self.page("/copies/x", 404)
        self.page("/rien", 404, Accept="text/html")
        self.assertEqual(self.service.get("/rien").headers["Content-Type"], "application/problem+json")
        self.assertEqual(self.service.call("DELETE", "/").status, 405)

    def test_a_page_links_to_no_other_site(self):
        """Its link to the other language repeats the path, which must not be read as the address of a host."""
        for path in ("//elsewhere.example/x", "/%2Felsewhere.example/x", "/%5Celsewhere.example", "/%09/elsewhere.example",
                     "/%0A/elsewhere.example"):
            reader = self.page(path, 404, Accept="text/html")
            for link in reader.links:
                self.assertRegex(link, r"^(#|/$|/\?lang=(fr|en)$|/\?\?lang=(fr|en)$)", path)

    def test_assets(self):
        text = self.service.get("/").text
        for path in set(re.findall(r'"(/assets/[^"]+)"', text)):
            reply = self.service.get(path)
            self.assertEqual(reply.status, 200)
            self.assertIn("immutable", reply.headers["Cache-Control"])
            self.assertRegex(path, r"^/assets/[a-z]+-[0-9a-f]{12}\.(css|svg)$")
        self.assertEqual(self.service.get("/assets/style.css").status, 404)
        self.assertNotRegex(self.service.get(re.search(r'"(/assets/style[^"]+)"', text)[1]).text, r"https?://|@import")

    def test_contrast(self):
        """WCAG 2.1 AA: the colours of text on the grounds where they stand, in light and in dark."""
        css = self.service.get(re.search(r'"(/assets/style[^"]+)"', self.service.get("/").text)[1]).text
        blocks = re.findall(r":root \{(.*?)\}", css, re.S)[:2]

        def luminance(colour):
            parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
            parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

        def contrast(a, b):
            high, low = sorted((luminance(a), luminance(b)), reverse=True)
            return (high + 0.05) / (low + 0.05)

        pairs = [("ink", "ground"), ("ink", "paper"), ("soft", "ground"), ("soft", "paper"), ("accent", "ground"),
                 ("accent", "paper"), ("accent-ink", "accent"), ("ink", "accent-soft"), ("good", "paper"), ("good", "good-soft"),
                 ("bad", "paper"), ("bad", "bad-soft"), ("mute", "paper"), ("mute", "mute-soft"), ("part", "paper"),
                 ("ink", "hint-soft"), ("ink", "code-ground"), ("ink", "good-soft"), ("ink", "bad-soft")]
        self.assertEqual(len(blocks), 2)
        for block in blocks:
            colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))
            for text, ground in pairs:
                self.assertGreaterEqual(contrast(colours[text], colours[ground]), 4.5, f"{text} on {ground}")

    def test_several_questions(self):
        questions = [{**EXERCISE["questions"][0], "id": name, "title": {"fr": f"Partie {name}"}} for name in ("un", "deux")]
        folder = write_exercise(self.service.exercises, "plusieurs/parties", {**EXERCISE, "questions": questions})
        for name in ("un", "deux"):
            (folder / name).mkdir()
            for file in ("solution.py", "starter.py"):
                (folder / name / file).write_text((folder / file).read_text(encoding="utf-8"), encoding="utf-8")
        for file in ("solution.py", "starter.py"):
            (folder / file).unlink()
        for _ in range(100):
            reply = self.service.get("/exercices/plusieurs.parties")
            if reply.status == 200:
                break
            time.sleep(0.05)
        page = self.read(reply)
        self.assertEqual(set(page.areas), {"reponse.un", "reponse.deux"})
        self.assertIn("Partie un", reply.text)


if __name__ == "__main__":
    unittest.main()
