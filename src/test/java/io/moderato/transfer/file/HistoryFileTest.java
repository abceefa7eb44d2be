package io.moderato.transfer.file;

import static io.moderato.transfer.file.Samples.comment;
import static io.moderato.transfer.file.Samples.item;
import static io.moderato.transfer.file.Samples.wxr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HistoryFileTest {
  @Test
  void a_post_of_WordPress_comes_with_its_comments_and_what_was_decided_of_them() {
    var read = Collected.of(wxr(comment(1, "1", "Nice")
        + comment(2, "0", "Waiting")
        + comment(3, "spam", "Pills")
        + comment(4, "trash", "Rude")
        + comment(5, "approved", "", 1, "Reply &amp; more")
        + comment(6, "later", "Odd")));

    assertThat(read.posts)
        .containsExactly(new OldPost(
            "blog.example/bridges",
            "https://blog.example/bridges",
            "Bridges",
            "Steel tires.",
            Instant.parse("2012-03-04T05:06:07Z"),
            3));
    assertThat(read.verdicts())
        .isEqualTo(
            "wp-c-1 APPROVE, wp-c-2 HOLD, wp-c-3 REJECT spam, wp-c-4 REJECT, wp-c-5 APPROVE, wp-c-6 HOLD");
    assertThat(read.comments.get(4).parent()).isEqualTo("wp-c-1");
    assertThat(read.comments.get(4).text()).isEqualTo("Reply & more");
    assertThat(read.comments.get(0).submittedAt()).isEqualTo("2012-03-05T10:00:00Z");
    assertThat(read.findings.counts()).isEqualTo(Map.of(Finding.UNKNOWN_STATUS, 1L));
  }

  @Test
  void a_time_of_nothing_but_zeros_is_read_from_the_local_one_in_the_blogs_zone() {
    var read = Collected.of(
        wxr(comment(1, "1", "Nice").replace("2012-03-05 10:00:00", "0000-00-00 00:00:00")));

    assertThat(read.comments.get(0).submittedAt()).isEqualTo("2012-03-05T10:00:00Z");
    assertThat(read.findings.counts()).isEqualTo(Map.of(Finding.LOCAL_TIME, 1L));
  }

  @Test
  void pingbacks_drafts_menus_and_empty_comments_are_left_out_and_counted() {
    var draft = item(8, "").replace("publish", "draft");
    var menu = item(9, "").replace("<wp:post_type>post", "<wp:post_type>nav_menu_item");

    var read = Collected.of(Samples.WXR_HEAD
        + draft
        + menu
        + item(7, comment(1, "1", "pingback", 0, "Linked") + comment(2, "1", "  "))
        + Samples.WXR_END);

    assertThat(read.comments).isEmpty();
    assertThat(read.findings.counts())
        .isEqualTo(Map.of(
            Finding.PINGBACK,
            1L,
            Finding.NO_TEXT,
            1L,
            Finding.DRAFT,
            2L - 1,
            Finding.NOT_A_POST,
            1L));
  }

  @Test
  void what_exports_get_wrong_is_mended() {
    var read = Collected.of(wxr(comment(1, "1", "if (a[b[0]]>1) <b>x</b> ]]> done")
        + comment(2, "1", "", 0, "Caf&eacute; &nbsp;AT&T &bogus; &#0;&#x1F600; 1 < 2")
        + comment(3, "1", "bell\u0007 and \u000bmore")
        + comment(4, "1", "na\u00c3\u00afve \u00e2\u20ac\u0153quoted\u00e2\u20ac\u009d")
        + comment(5, "1", "split ]]]]><![CDATA[> rightly")
        + comment(6, "1", "\u00abCAF\u00c9\u00bb")));

    assertThat(read.texts())
        .containsExactly(
            "if (a[b[0]]>1) <b>x</b> ]]> done",
            "Caf\u00e9 \u00a0AT&T &bogus; \ufffd\ud83d\ude00 1 < 2",
            "bell and more",
            "na\u00efve \u201cquoted\u201d",
            "split ]]> rightly",
            "\u00abCAF\u00c9\u00bb");
    assertThat(read.findings.hasLost()).isFalse();
  }

  @Test
  void a_broken_record_does_not_take_the_others_with_it() {
    var broken = item(8, comment(2, "1", "Lost?")).replace("</wp:comment>", "</wp:commnt>");

    var read = Collected.of(Samples.WXR_HEAD
        + item(7, comment(1, "1", "First"))
        + broken
        + item(9, comment(3, "1", "Third"))
        + Samples.WXR_END);

    assertThat(read.texts()).containsExactly("First", "Third");
    assertThat(read.findings.counts()).isEqualTo(Map.of(Finding.BROKEN, 1L));
    assertThat(read.findings.examples(Finding.BROKEN).get(0).line()).isBetween(5L, 8L);
  }

  @Test
  void Disqus_tells_spam_from_what_was_deleted() {
    var read = Collected.of(Samples.disqus());

    assertThat(read.verdicts())
        .isEqualTo("disqus-c-11 APPROVE, disqus-c-12 REJECT spam, disqus-c-13 REJECT");
    assertThat(read.comments.get(1).parent()).isEqualTo("disqus-c-11");
    assertThat(read.posts).extracting(OldPost::title).containsExactly("Rivers");
    assertThat(read.findings.counts()).isEmpty();
  }

  @Test
  void Bloggers_export_holds_answers_drafts_and_templates() {
    var read = Collected.of(Samples.blogger());

    assertThat(read.verdicts()).isEqualTo("blogger-c-3 APPROVE, blogger-c-4 APPROVE");
    assertThat(read.comments.get(0).text()).isEqualTo("Lovely <i>view</i>");
    assertThat(read.comments.get(1).parent()).isEqualTo("blogger-c-3");
    assertThat(read.posts).extracting(OldPost::body).containsExactly("High");
    assertThat(read.findings.counts()).isEqualTo(Map.of(Finding.NOT_A_POST, 1L, Finding.DRAFT, 1L));
  }

  @Test
  void Takeouts_form_tells_statuses() {
    var read = Collected.of(Samples.takeout());

    assertThat(read.verdicts()).isEqualTo("blogger-c-3 APPROVE, blogger-c-4 REJECT spam");
    assertThat(read.comments.get(1).parent()).isEqualTo("blogger-c-3");
    assertThat(read.posts).extracting(OldPost::title).containsExactly("Lakes");
  }

  @Test
  void a_saved_page_shows_its_post_and_its_thread() {
    var read = Collected.of(Samples.page());

    assertThat(read.posts)
        .containsExactly(new OldPost(
            "blogger-77",
            "https://woods.example/oaks.html",
            "Oaks",
            "They are old.",
            Instant.EPOCH,
            0));
    assertThat(read.texts()).containsExactly("How old?", "Very.");
    assertThat(read.comments.get(0).author().name()).isEqualTo("Hana");
    assertThat(read.comments.get(0).submittedAt()).isEqualTo("2017-02-24T21:00:00Z");
    assertThat(read.comments.get(1).parent()).isEqualTo("blogger-c-501");
  }

  @TestFactory
  Stream<DynamicTest> every_encoding_gives_the_same_text() {
    var text = "Caf\u00e9 \u201cna\u00efve\u201d \u20ac";
    var whole = wxr(comment(1, "1", text));
    var windows = Charset.forName("windows-1252");
    return Map.of(
            "UTF-8", whole.getBytes(StandardCharsets.UTF_8),
            "UTF-8 with a mark", ("\ufeff" + whole).getBytes(StandardCharsets.UTF_8),
            "UTF-16 with a mark", ("\ufeff" + whole).getBytes(StandardCharsets.UTF_16BE),
            "UTF-16LE with a mark", ("\ufeff" + whole).getBytes(StandardCharsets.UTF_16LE),
            "UTF-16 without a mark", whole.getBytes(StandardCharsets.UTF_16LE),
            "Windows-1252 that says UTF-8", whole.getBytes(windows),
            "Windows-1252 that says Latin-1",
                whole.replace("UTF-8", "ISO-8859-1").getBytes(windows),
            "UTF-8 that says Latin-1",
                whole.replace("UTF-8", "ISO-8859-1").getBytes(StandardCharsets.UTF_8),
            "UTF-8 that says nonsense",
                whole.replace("UTF-8", "x-none").getBytes(StandardCharsets.UTF_8),
            "encoded twice",
                asWindows1252(whole.getBytes(StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8))
        .entrySet()
        .stream()
        .map(each -> dynamicTest(
            each.getKey(),
            () -> assertThat(Collected.of(each.getValue(), null).texts()).containsExactly(text)));
  }

  private static String asWindows1252(byte[] bytes) {
    var text = new StringBuilder();
    for (var each : bytes) {
      text.append(TextRepair.windows1252(each & 0xff));
    }
    return text.toString();
  }

  @TestFactory
  Stream<DynamicTest> a_file_that_ends_too_early_gives_what_stands_before_and_says_so() {
    return Map.of(
            "WXR",
                wxr(comment(1, "1", "One &amp; \u00fcber")
                    + comment(2, "1", "Two")
                    + comment(3, "1", "Three")),
            "Disqus", Samples.disqus(),
            "Blogger", Samples.blogger(),
            "Takeout", Samples.takeout(),
            "a saved page", Samples.page(),
            "NDJSON",
                "{\"kind\":\"export\",\"version\":1}\n{\"kind\":\"post\",\"post\":{\"id\":\"p\"}}\n{\"kind\":\"end\"}\n")
        .entrySet()
        .stream()
        .flatMap(
            each -> truncated(each.getKey(), each.getValue().getBytes(StandardCharsets.UTF_8)));
  }

  private static Stream<DynamicTest> truncated(String name, byte[] whole) {
    var all = Collected.of(whole, null);
    return IntStream.iterate(
            100, at -> at < whole.length - 8, at -> at + (name.equals("NDJSON") ? 7 : 100))
        .mapToObj(at -> dynamicTest(name + " of " + at + " bytes", () -> {
          Collected read;
          try {
            read = Collected.of(Arrays.copyOf(whole, at), null);
          } catch (UnreadableFileException e) {
            return; // so little that nobody can tell what it is
          }

          assertThat(read.findings.counts()).containsKey(Finding.CUT_OFF);
          assertThat(read.comments.size()).isLessThanOrEqualTo(all.comments.size());
          if (!name.equals("a saved page")) {
            assertThat(read.comments).isEqualTo(all.comments.subList(0, read.comments.size()));
          }
        }));
  }

  @Test
  void a_compressed_file_that_breaks_off_says_so() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(wxr(comment(1, "1", "One")).getBytes(StandardCharsets.UTF_8));
    }
    var whole = bytes.toByteArray();

    assertThat(Collected.of(whole, null).texts()).containsExactly("One");
    var read = Collected.of(Arrays.copyOf(whole, whole.length - 30), null);
    assertThat(read.findings.counts()).containsKey(Finding.CUT_OFF);
  }

  @Test
  void bombs_and_external_entities_stay_without_effect() {
    var bomb =
        "<!DOCTYPE rss [<!ENTITY a \"ha>ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    var deep = "<x>".repeat(5_000);
    var wide = "<x a=\"" + "y".repeat(200_000) + "\">";

    var read = Collected.of(Samples.WXR_HEAD.replace("<rss", bomb + "<rss")
        + item(7, comment(1, "1", "", 0, "&b;&x;"))
        + item(8, deep + comment(2, "1", "Deep"))
        + item(9, wide + comment(3, "1", "Wide"))
        + item(10, comment(4, "1", "Fine"))
        + Samples.WXR_END);

    assertThat(read.texts()).contains("&b;&x;", "Fine").doesNotContain("Deep");
    assertThat(read.findings.counts()).containsKeys(Finding.DOCTYPE, Finding.BROKEN);
  }

  @Test
  void a_text_of_megabytes_is_cut_to_what_the_service_takes() {
    var read =
        Collected.of(wxr(comment(1, "1", "\u00fc".repeat(3_000_000)) + comment(2, "1", "Next")));

    assertThat(read.comments.get(0).text()).hasSize(32 * 1024);
    assertThat(read.texts()).hasSize(2).endsWith("Next");
    assertThat(read.findings.counts()).containsKey(Finding.TEXT_CUT);
  }

  @Test
  void the_later_files_of_an_archive_are_told_and_a_Macs_shadows_are_not() {
    var archive = zip(Map.of(
        "__MACOSX/._blog.xml", "shadow",
        "readme.txt", "Read me",
        "theme-dark.xml", "<b:skin/>",
        "Blogs/one/BLOG.XML", wxr(comment(1, "1", "One"))));
    var two = zip(new TreeMap<>(Map.of(
        "blog.001.xml", wxr(comment(1, "1", "One")),
        "blog.002.xml", wxr(comment(2, "1", "Two")))));

    assertThat(Collected.of(archive, null).texts()).containsExactly("One");
    assertThat(Collected.of(archive, null).findings.counts()).isEmpty();
    assertThat(Collected.of(two, null).texts()).containsExactly("One");
    assertThat(Collected.of(two, null).findings.counts()).isEqualTo(Map.of(Finding.OTHER_FILE, 1L));
  }

  @Test
  void an_archive_that_breaks_off_says_so_once() {
    var whole = zip(Map.of("blog.xml", wxr(comment(1, "1", "One ".repeat(200)))));

    var read = Collected.of(Arrays.copyOf(whole, whole.length / 2), null);

    assertThat(read.comments).isEmpty();
    assertThat(read.findings.examples(Finding.CUT_OFF))
        .extracting(Findings.Example::what)
        .containsOnlyOnce("the compressed file breaks off, or is damaged");
  }

  private static byte[] zip(Map<String, String> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Test
  void posts_are_called_by_their_address_and_by_their_number_where_they_have_none() {
    var nameless = item(8, comment(2, "1", "Two")).replace("https://blog.example/bridges", "");

    var read = Collected.of(Samples.WXR_HEAD
        + item(7, comment(1, "1", "One"))
            .replace("https", "http")
            .replace("bridges<", "bridges/#more<")
        + nameless
        + Samples.WXR_END);

    assertThat(read.comments)
        .extracting(OldComment::post)
        .containsExactly("blog.example/bridges", "wp-8");
    assertThat(Collected.of(Samples.disqus()).comments)
        .extracting(OldComment::post)
        .containsOnly("blog.example/a");
  }

  @Test
  void a_comment_that_Moderato_judged_when_it_was_written_keeps_its_id() {
    var guid = "akismet-0123456789abcdef0123456789abcdef";
    var meta =
        "<wp:commentmeta><wp:meta_key>akismet_guid</wp:meta_key><wp:meta_value><![CDATA[%s]]></wp:meta_value></wp:commentmeta></wp:comment>";

    var read = Collected.of(
        wxr(comment(1, "1", "Judged here").replace("</wp:comment>", meta.formatted(guid))
            + comment(2, "1", "", 1, "An answer")
            + comment(3, "1", "Judged elsewhere")
                .replace("</wp:comment>", meta.formatted("0123456789abcdef0123456789abcdef"))));

    assertThat(read.comments).extracting(OldComment::id).containsExactly(guid, "wp-c-2", "wp-c-3");
    assertThat(read.comments.get(1).parent()).isEqualTo(guid);
  }

  @Test
  void every_field_of_WordPress_may_be_in_CDATA() {
    var plain =
        wxr(comment(1, "spam", "pingback", 0, "Pills") + comment(2, "trash", "comment", 1, "Rude"));
    var cdata = plain.replaceAll("<(wp:[a-z_]+|title|link)>([^<\\n]+)</", "<$1><![CDATA[$2]]></");

    assertThat(Collected.of(cdata).comments)
        .isEqualTo(Collected.of(plain).comments)
        .hasSize(1);
    assertThat(Collected.of(cdata).findings.counts())
        .isEqualTo(Collected.of(plain).findings.counts());
    assertThat(Collected.of(cdata).posts).isEqualTo(Collected.of(plain).posts);
  }

  @Test
  void absurd_times_become_those_of_the_post_or_of_the_comment_before() {
    var times =
        List.of("9999-99-99 99:99:99", "", "1066-10-14 00:00:00", "2999-01-01 00:00:00", "soon");

    var read = Collected.of(wxr(IntStream.range(0, times.size())
        .mapToObj(
            i -> comment(i + 1, "1", "Text").replaceAll("2012-03-05 1\\d:00:00", times.get(i)))
        .collect(Collectors.joining())));

    assertThat(read.comments)
        .extracting(OldComment::submittedAt)
        .containsOnly(Instant.parse("2012-03-04T05:06:07Z"));
    assertThat(read.findings.counts()).isEqualTo(Map.of(Finding.NO_TIME, 5L));
  }

  @Test
  void a_page_that_shows_neither_a_post_nor_a_comment_is_refused() {
    assertThatThrownBy(
            () -> Collected.of(
                "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502</h1></body></html>"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("error page");
  }

  @Test
  void a_folder_is_refused_in_a_sentence(@TempDir Path folder) {
    assertThatThrownBy(() -> Collected.of(folder, null))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("is a folder");
  }

  @Test
  void what_is_no_export_is_refused_in_a_sentence() {
    for (var text : List.of("hello", "{}", "[1,2]", "<svg/>")) {
      assertThatThrownBy(() -> Collected.of(text))
          .isInstanceOf(UnreadableFileException.class)
          .hasMessageContaining("--format");
    }
    assertThatThrownBy(() -> Collected.of("")).isInstanceOf(UnreadableFileException.class);
    assertThatThrownBy(() -> Collected.of("{\"kind\":\"export\",\"version\":99}\n"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("99");
  }
}
