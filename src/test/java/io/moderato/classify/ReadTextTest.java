package io.moderato.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.comment.TextFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadTextTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          plain words                                   | plain words
          <p>one</p><p>two</p>                          | one two
          w<b>o</b>r<!-- no -->d                        | word
          line<br>break                                 | line break
          fish &amp; chips &lt;b&gt; &#x1F600;          | fish & chips <b> 😀
          &amp;amp; stays                               | &amp; stays
          &notanentity;                                 | ¬anentity;
          <script>evil()</script>good                   | good
          <style>p{}</style>good                        | good
          a < b and b > a                               | a < b and b > a
          <p>never closed                               | never closed
          <a href="x                                    | ''
          """)
  void html_is_read_as_a_browser_shows_it(String html, String seen) {
    assertThat(oneLine(ReadText.of(html, TextFormat.HTML))).isEqualTo(seen);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          plain words                      | plain words
          # Title                          | Title
          w**o**rd and *more*              | word and more
          > quoted                         | quoted
          fish &amp; chips \\*stars\\*       | fish & chips *stars*
          run `ls -l` now                  | run ls -l now
          [a text](https://example.org/x)  | a text
          ![a picture](cat.png)            | a picture
          w<b>o</b>rd                      | word
          <div>fish &amp; chips</div>      | fish & chips
          """)
  void markdown_is_read_as_a_page_shows_it(String markdown, String seen) {
    assertThat(oneLine(ReadText.of(markdown, TextFormat.MARKDOWN))).isEqualTo(seen);
  }

  @Test
  void every_seen_character_knows_where_it_was_sent() {
    String html = "<p>fish &amp; ch<b>ip</b>s</p>\r\n&#x1F600;!";

    var read = ReadText.of(html, TextFormat.HTML);

    assertThat(source(read, "fish")).isEqualTo("fish");
    assertThat(source(read, "&")).isEqualTo("&amp;");
    assertThat(source(read, "chips")).isEqualTo("ch<b>ip</b>s");
    assertThat(source(read, "😀")).isEqualTo("&#x1F600;");
    assertThat(source(read, "!")).isEqualTo("!");
  }

  @Test
  void every_character_of_markdown_knows_where_it_was_sent() {
    String markdown = "> a **b\\*old** w\n> ````co`de````\n\n```\nfenced x\n```\n\n    indented\n";

    var read = ReadText.of(markdown, TextFormat.MARKDOWN);

    assertThat(source(read, "b*old")).isEqualTo("b\\*old");
    assertThat(source(read, "co`de")).isEqualTo("co`de");
    assertThat(source(read, "fenced x")).isEqualTo("fenced x");
    assertThat(source(read, "indented")).isEqualTo("indented");
  }

  @Test
  void links_are_found_in_every_format() {
    assertThat(links("see https://example.org/a?b=1&c=2, or www.example.com.", TextFormat.TEXT))
        .containsExactly(
            new Link("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"),
            new Link("www.example.com", "www.example.com"));
    assertThat(links(
            "<a href='https://e.org/?a=1&amp;b=2'>cheap <i>shoes</i></a> http://x.org",
            TextFormat.HTML))
        .containsExactly(
            new Link("https://e.org/?a=1&b=2", "cheap shoes"),
            new Link("http://x.org", "http://x.org"));
    assertThat(links(
            "[shoes](https://e.org) <http://x.org> <a href='http://y.org'>y</a>",
            TextFormat.MARKDOWN))
        .containsExactly(
            new Link("https://e.org", "shoes"),
            new Link("http://x.org", "http://x.org"),
            new Link("http://y.org", "y"));
  }

  @Test
  void an_address_that_leads_elsewhere_is_one_link() {
    assertThat(links("<a href='http://evil.org'>http://good.org</a>", TextFormat.HTML))
        .containsExactly(new Link("http://evil.org", "http://good.org"));
  }

  @Test
  void an_email_address_is_no_link() {
    var read = ReadText.of("write to me@example.org", TextFormat.TEXT);

    assertThat(read.links()).extracting(LinkSpan::kind).containsExactly(LinkSpan.Kind.EMAIL);
  }

  private static List<Link> links(String sent, TextFormat format) {
    return ReadText.of(sent, format).links().stream().map(LinkSpan::link).toList();
  }

  private static String oneLine(ReadText read) {
    return read.seen().strip().replace('\n', ' ');
  }

  private static String source(ReadText read, String seen) {
    int begin = read.seen().indexOf(seen);
    return read.sent().substring(read.begin(begin), read.end(begin + seen.length() - 1));
  }
}
