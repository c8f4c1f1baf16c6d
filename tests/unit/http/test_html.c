/* Escaping, and Markdown that cannot carry anything but text, links and tables. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "html.h"

static void test_text(void **state)
{
	static const struct {
		const char *text, *html;
	} rows[] = {
		{ NULL, "" },
		{ "", "" },
		{ "abc", "abc" },
		{ "<a href=\"x\">'&'", "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;" },
		{ "\xc3\xa9", "\xc3\xa9" },
		{ "a\n\tb", "a\n\tb" },
		{ "\x1b[31m\r", "\xef\xbf\xbd[31m\xef\xbf\xbd" },
		{ "&lt;", "&amp;lt;" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf cleanup_buf out = BUF_INIT;

		html_text(&out, rows[i].text);
		assert_string_equal(buf_str(&out), rows[i].html);
	}
}

static void test_markdown(void **state)
{
	static const struct {
		const char *markdown, *has, *has_not;
	} rows[] = {
		{ "**a** `b<`", "<strong>a</strong> <code>b&lt;</code>", "b<" },
		{ "<script>alert(1)</script>", "&lt;script&gt;", "<script" },
		{ "a <b onclick=x>c</b>", "&lt;b onclick=x&gt;", "<b " },
		{ "[a](https://x.example/?a=1&b=2)", "<a href=\"https://x.example/?a=1&amp;b=2\">a</a>", "#" },
		{ "[a](HTTP://x.example)", "<a href=\"HTTP://x.example\">", "\"#\"" },
		{ "[a](mailto:a@x.example)", "href=\"mailto:a@x.example\"", "\"#\"" },
		{ "[a](/b) [c](d/e:f) [g](#h) [i](j?k:l)", "href=\"/b\"", "\"#\"" },
		{ "[a](javascript:alert)", "<a href=\"#\">", "javascript" },
		{ "[a](JaVaScRiPt:alert)", "<a href=\"#\">", "aScR" },
		{ "[a](java&#115;cript:alert)", "<a href=\"#\">", "cript:" },
		{ "[a](data:text/html,x)", "<a href=\"#\">", "data:" },
		{ "[a](vbscript:x)", "<a href=\"#\">", "vbscript" },
		{ "[a](//evil.example)", "<a href=\"#\">", "evil" },
		{ "![a](javascript:x)", "src=\"#\"", "javascript" },
		{ "<javascript:alert(1)>", "href=\"#\"", "href=\"javascript" },
		{ "[x]: javascript:alert\n\n[a][x]", "<a href=\"#\">", "javascript:alert\"" },
		{ "|a|b|\n|---|---|\n|1|2|", "<table>", "style=" },
		{ "[a][x] [b][x]\n\n[x]: javascript:alert \" src=\"", "title=\" src=\"", "javascript" },
		{ "[a](/b \" href=\")![c](vbscript:x)", "title=\" href=\"", "vbscript" },
		{ "` href=\"javascript:x`", "href=&quot;javascript:x", "href=\"" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf cleanup_buf out = BUF_INIT;

		html_markdown(&out, rows[i].markdown, strlen(rows[i].markdown));
		print_message("%s -> %s", rows[i].markdown, buf_str(&out));
		assert_non_null(strstr(buf_str(&out), rows[i].has));
		assert_null(strstr(buf_str(&out), rows[i].has_not));
	}
}

#define MATH "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">"

static void test_mathml(void **state)
{
	static const struct {
		const char *text;
		bool through;
	} rows[] = {
		{ MATH "<mi>a</mi></math>", true },
		{ MATH "<mrow><mover accent=\"true\" class=\"bar\"><mrow><mi>a</mi></mrow><mo "
		       "stretchy=\"true\">\xc2\xaf</mo></mover>"
		       "<mo>&#x2062;</mo><msub><mi>x</mi><mn>1</mn></msub></mrow></math>",
			true },
		{ MATH "<mrow><mo>(</mo><mtable><mtr><mtd><mfrac><mn>3</mn><mn>4</mn></mfrac></mtd>"
		       "<mtd><mo "
		       "form=\"prefix\">\xe2\x88\x92</mo><mn>1</mn></mtd></mtr></mtable><mo>)</mo></mrow></math>",
			true },
		{ MATH "<mtext>x</mtext><mspace width=\"1em\"/><msup><mi>n</mi><mn>2</mn></msup></math>", true },
		{ MATH "<mspace width=\"9em\"/></math>", false },
		{ "<mspace width=\"1em\"/>", false },
		{ MATH "<mtext><b>x</b></mtext></math>", false },
		{ "", false },
		{ "a", false },
		{ "<mi>a</mi>", false },
		{ MATH "<mi>a</mi>", false },
		{ MATH "<mi>a</math></mi>", false },
		{ MATH "</math><b>", false },
		{ MATH "</math>x", false },
		{ MATH "<script>alert(1)</script></math>", false },
		{ MATH "<mi onclick=\"x\">a</mi></math>", false },
		{ MATH "<mtext><img src=x></mtext></math>", false },
		{ MATH "<mi>&lt;</mi></math>", false },
		{ MATH "<mi>\"</mi></math>", false },
		{ MATH MATH "</math></math>", false },
		{ "<math href=\"javascript:x\"><mi>a</mi></math>", false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf cleanup_buf out = BUF_INIT;

		if (html_mathml(&out, rows[i].text) != rows[i].through)
			fail_msg("%s", rows[i].text);
		assert_string_equal(buf_str(&out), rows[i].through ? rows[i].text : "");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_text), cmocka_unit_test(test_markdown),
		cmocka_unit_test(test_mathml) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
