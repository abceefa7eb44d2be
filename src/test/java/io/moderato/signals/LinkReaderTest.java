package io.moderato.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.ReadText;
import io.moderato.comment.TextFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinkReaderTest {
  @Test
  void a_text_without_links_has_none() {
    assertThat(links("Thanks, this cleared up a lot.")).isEqualTo(Links.NONE);
  }

  @Test
  void domains_are_told_once_in_reading_order() {
    var links = links("http://b.example/1 www.a.example https://x.b.example:8080/2 b.example");

    assertThat(links.count()).isEqualTo(3);
    assertThat(links.domains()).containsExactly("b.example", "a.example");
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.example.co.uk/x, example.co.uk",
    "HTTP://EXAMPLE.COM, example.com",
    "http://a.b.c.example.com.au, example.com.au",
    "http://someone.github.io, someone.github.io",
    "http://someone.blogspot.com, someone.blogspot.com",
    "http://localhost/x, localhost",
    "http://com/x, com",
    "http://b\u00fccher.example/, xn--bcher-kva.example",
    "http://xn--bcher-kva.example/, xn--bcher-kva.example",
    "http://example.com./, example.com",
    "http:/\\example.com/, example.com",
    "http://%65xample.com/, example.com",
    "http://a:b@example.com@evil.example/, evil.example",
    "//example.com/x, example.com",
    "http://[2001:db8::1]:80/, [2001:db8::1]",
    "http://192.0.2.7/, 192.0.2.7"
  })
  void the_registrable_domain_goes_by_the_public_suffix_list(String target, String domain) {
    assertThat(links("<a href='" + target + "'>here</a>", TextFormat.HTML).domains())
        .containsExactly(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#top",
        "/about",
        "page.html",
        "mailto:ada@example.com",
        "javascript:alert(1)",
        "tel:112",
        "",
        "data:text/html,x",
        "http://",
        "http:",
        "?a=b"
      })
  void a_link_that_leads_to_no_host_counts_and_has_no_domain(String target) {
    var links = links("<a href='" + target + "'>here</a>", TextFormat.HTML);

    assertThat(links).isEqualTo(new Links(1, List.of(), 0, 0, 0, 0, 0, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://bit.ly/x", "http://tinyurl.com/y", "http://www.tinyurl.com/y", "t.co/abc"
      })
  void shorteners_are_known(String text) {
    assertThat(links(text).shorteners()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://abit.ly/x", "http://tinyurl.com.example/y", "http://example.com/bit.ly"})
  void what_only_looks_like_a_shortener_is_none(String text) {
    assertThat(links(text).shorteners()).isZero();
  }

  @Test
  void links_to_the_site_itself_are_told_by_its_registrable_domain() {
    var text =
        "https://www.example.org/a, http://example.org:8080/b and https://example.org.evil.example/c";

    assertThat(links(text).own()).isEqualTo(2);
  }

  @Test
  void a_user_name_before_the_host_is_told() {
    assertThat(links("http://bank.example@evil.example/login").userInfo()).isEqualTo(1);
    assertThat(links("http://example.com/@someone").userInfo()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://192.0.2.7/",
        "http://3221225991/",
        "http://0xC0000207/",
        "http://[::1]/",
        "http://192.0.2.7:8080/x"
      })
  void an_ip_address_is_told_in_any_spelling(String target) {
    assertThat(links("<a href='" + target + "'>here</a>", TextFormat.HTML).addresses())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://p\u0430ypal.com/", // one Cyrillic letter
        "http://xn--pypal-4ve.com/",
        "http://\u0430\u0440\u0440\u04cf\u0435.com/", // all Cyrillic
        "http://xn--80ak6aa92e.com/",
        "http://\u03bf\u03bf\u03bf.com/"
      })
  void a_host_that_imitates_another_is_told(String target) {
    assertThat(links("<a href='" + target + "'>here</a>", TextFormat.HTML).lookAlikes())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "http://m\u00fcnchen.de/",
        "http://\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444/",
        "http://\u0441\u043e\u0440.\u0440\u0444/", // looks Latin, under its own script's suffix
        "http://\u4f8b\u3048.jp/",
        "http://caf\u00e9.fr/",
        "http://\ud55c\uad6d.kr/"
      })
  void an_honest_international_host_is_not_told(String target) {
    assertThat(links("<a href='" + target + "'>here</a>", TextFormat.HTML).lookAlikes())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "http://evil.example/, https://www.example.com/login, 1",
    "http://evil.example/, example.com, 1",
    "http://evil.example/, see www.example.com, 1",
    "http://www.example.com/, example.com, 0",
    "http://shop.example.com/, www.example.com, 0",
    "http://evil.example/, my photographs, 0",
    "http://evil.example/, node.js, 0",
    "/about, example.com, 0"
  })
  void a_text_that_names_another_domain_than_the_target_is_told(
      String target, String text, int mismatches) {
    var html = "<a href='%s'>%s</a>".formatted(target, text);

    assertThat(links(html, TextFormat.HTML).mismatches()).isEqualTo(mismatches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "visit cheap-pills.com now",
        "CHEAP-PILLS.COM",
        "(pills24.ru)",
        "pills.com.",
        "buy at a.b.pills.co.uk/x?y=1!",
        "t.me/pills",
        "best-pills.win",
        "\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444",
        "pills.de, pills",
        "readme.md/x"
      })
  void a_domain_that_is_written_alone_is_a_link(String text) {
    assertThat(links(text).count()).as(text).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e.g. this",
        "i.e. that",
        "file.py",
        "README.md",
        "the end.Start again",
        "done.My view",
        "yes.it is",
        "Well.so what",
        "3.14",
        "v1.2.3",
        "U.S.A.",
        "a.m.",
        "z.B. hier",
        "node.js",
        "Vert.x",
        "this.name",
        "array.map(x)",
        "list.add(x)",
        "src/main.rs",
        "wait...what",
        "Hello.World",
        "java.util.List",
        "org.junit.jupiter",
        "a.b",
        "ada@example.com",
        "Mr.Smith",
        "...",
        ".com",
        "com.",
        "x..com",
        "-.-",
        "10.5",
        "J.Lo",
        "no.1",
        "run.sh",
        "std.so"
      })
  void what_is_no_domain_is_no_link(String text) {
    assertThat(links(text).count()).as(text).isZero();
  }

  @Test
  void a_link_knows_its_place_in_the_text_as_sent() {
    var html =
        "\ud83d\ude00 <b>see</b> <a href='http://x.example'>t&eacute;xt</a> &amp; pills.com!";
    var found = LinkFinder.find(ReadText.of(html, TextFormat.HTML));

    assertThat(found)
        .extracting(link -> html.substring(link.begin(), link.end()))
        .containsExactly("t&eacute;xt", "pills.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.",
        "a.b.c.d.com ",
        "http://",
        "xn--",
        "http://[",
        "@a.com",
        "%",
        "http://a@",
        "\u0430.com/"
      })
  void hostile_texts_are_read_in_linear_time(String part) {
    assertThat(links(part.repeat(64 * 1024 / part.length())).count()).isNotNegative();
  }

  private static Links links(String text) {
    return links(text, TextFormat.TEXT);
  }

  private static Links links(String text, TextFormat format) {
    return LinkReader.read(
        LinkFinder.find(ReadText.of(text, format)), List.of("https://blog.example.org/about"));
  }
}
