package io.moderato.wordlist;

import static io.moderato.wordlist.WordLists.entriesHit;
import static io.moderato.wordlist.WordLists.find;
import static io.moderato.wordlist.WordLists.hits;
import static io.moderato.wordlist.WordLists.list;
import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.comment.Author;
import io.moderato.comment.TextFormat;
import io.moderato.signals.ListHit;
import io.moderato.signals.ListHits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompiledListTest {
  @ParameterizedTest(name = "{0} in: {1}")
  @CsvSource(delimiter = '|', textBlock = """
          # words
          cialis | buy cialis now | cialis
          cialis | CIALIS! | CIALIS
          Cialis | (cialis) | cialis
          cialis | "cialis", she said | cialis
          cialis | buy-cialis-now | cialis
          cialis | buy_cialis_now | cialis
          cialis | 1.cialis | cialis
          # dressed up
          viagra | v1agra | v1agra
          viagra | V!AGRA | V!AGRA
          viagra | v.i.a.g.r.a pills | v.i.a.g.r.a
          viagra | v i a g r a | v i a g r a
          viagra | vi\u200bag\u200bra | vi\u200bag\u200bra
          viagra | \u0475\u0456\u0430gr\u0430 | \u0475\u0456\u0430gr\u0430
          viagra | \ud835\udcff\ud835\udcf2\ud835\udcea\ud835\udcf0\ud835\udcfb\ud835\udcea! | \ud835\udcff\ud835\udcf2\ud835\udcea\ud835\udcf0\ud835\udcfb\ud835\udcea
          viagra | v\u0301i\u0301agra | v\u0301i\u0301agra
          viagra | \uff36\uff29\uff21\uff27\uff32\uff21 | \uff36\uff29\uff21\uff27\uff32\uff21
          viagra | viaaaagra | viaaaagra
          caf\u00e9 | the cafe | cafe
          cafe | the cafe\u0301! | cafe\u0301
          stra\u00dfe | STRASSE | STRASSE
          v1agra | viagra | viagra
          # phrases
          buy now | Buy  now! | Buy  now
          buy now | buy, now | buy, now
          buy-now | buy now | buy now
          earn money from home | you earn money from home today | earn money from home
          don't | dont | dont
          dont | don\u2019t | don\u2019t
          # wildcards
          viagra* | viagranol works | viagranol
          viagra* | viagra works | viagra
          *casino | bestcasino here | bestcasino
          *casino* | mybestcasinos here | mybestcasinos
          vi*gra | vixxgra | vixxgra
          vi*gra | vigra | vigra
          v*a*a | viagra | viagra
          buy * now | buy pills now | buy pills now
          buy viag* now | buy viagra now | buy viagra now
          *pill* shop | the pills shop | pills shop
          cheap* pill* | cheapest pills | cheapest pills
          # signs and emoji
          \\#maga | join #maga now | #maga
          $$$ | for $$$$$ | $$$$$
          \ud83c\udf46 | hi \ud83c\udf46\ud83c\udf46! | \ud83c\udf46\ud83c\udf46
          c++ | learn C++ | C++
          sh\\*t | oh sh**t | sh**t
          --> | look --> here | -->
          # scripts without spaces
          \u4f1f\u54e5 | \u6211\u8981\u4e70\u4f1f\u54e5\u4fbf\u5b9c | \u4f1f\u54e5
          viagra | \u4e70viagra\u5427 | viagra
          \u30ab\u30b8\u30ce | \u30aa\u30f3\u30e9\u30a4\u30f3\u30ab\u30b8\u30ce\u306f | \u30ab\u30b8\u30ce
          \u0e1e\u0e19\u0e31\u0e19 | \u0e40\u0e27\u0e47\u0e1a\u0e1e\u0e19\u0e31\u0e19\u0e2d\u0e2d\u0e19\u0e44\u0e25\u0e19\u0e4c | \u0e1e\u0e19\u0e31\u0e19
          \u0432\u0438\u0430\u0433\u0440\u0430 | \u041a\u0443\u043f\u0438\u0442\u0435 \u0412\u0418\u0410\u0413\u0420\u0410! | \u0412\u0418\u0410\u0413\u0420\u0410
          \ube44\uc544* | \ube44\uc544\ub97c | \ube44\uc544\ub97c
          # regular expressions
          /win \\$\\d+/ | Win $500 now | Win $500
          /[bs]\\w+\\s+gold/i | SELL   gold | SELL   gold
          # domains
          domain:pills.com | see http://shop.pills.com/x | http://shop.pills.com/x
          domain:pills.com | pills.com | pills.com
          pills.com | go to pills.com/buy now | pills.com/buy
          *.pills.com | http://a.pills.com | http://a.pills.com
          http://www.pills.com | https://pills.com/x | https://pills.com/x
          domain:pills.com/buy | http://pills.com/buy/2 | http://pills.com/buy/2
          domain:192.0.2.7 | http://192.0.2.7/ | http://192.0.2.7/
          domain:b\u00fccher.de | http://xn--bcher-kva.de/ | http://xn--bcher-kva.de/
          domain:PILLS.COM. | http://Pills.com | http://Pills.com
          """)
  void is_hit(String entry, String text, String hit) {
    assertThat(WordLists.hits(unescaped(text), unescaped(entry))).containsExactly(unescaped(hit));
  }

  @ParameterizedTest(name = "{0} in: {1}")
  @CsvSource(delimiter = '|', textBlock = """
          cialis | a specialist
          cialis | specialists
          cialis | cialisx
          cialis | cialis2
          cialis | http://cialis.example/
          buy now | buy it now
          buy now | now buy
          viagra* | aviagra
          *casino | casinos
          vi*gra | vi gra
          vi*gra | via grand
          buy * now | buy two pills now
          buy * now | buy now
          pills.com | pills com pany
          domain:pills.com | http://notpills.com/
          domain:pills.com | http://pills.com.example/
          domain:pills.com | ada@pills.com
          domain:pills.com/buy | http://pills.com/sell
          domain:192.0.2.7 | http://1.192.0.2.7.example/
          domain:co.uk | nothing here
          /^win/ | we win
          \u4f1f\u54e5 | \u4f1f \u54e5
          """)
  void is_not_hit(String entry, String text) {
    assertThat(WordLists.hits(unescaped(text), unescaped(entry))).isEmpty();
  }

  @Test
  void a_place_is_that_of_the_text_as_sent_under_markup() {
    var html =
        "<p>\ud83d\ude00 &amp; <b>V1</b>agra <a href=\"http://x.pills.com\">h&eacute;re</a></p>";

    assertThat(hits(list("viagra", "here", "domain:pills.com"), html, TextFormat.HTML))
        .containsExactly("V1</b>agra", "h&eacute;re", "h&eacute;re");
    assertThat(hits(list("viagra"), "a **via**gra b", TextFormat.MARKDOWN))
        .containsExactly("via**gra");
  }

  @Test
  void a_hit_names_list_entry_field_and_place() {
    var found = find(list("Viagra*"), "\ud83d\ude00 viagranol", TextFormat.TEXT, Author.UNKNOWN);

    assertThat(found)
        .isEqualTo(new ListsFound(
            new ListHits(List.of(new ListHit("test", "Viagra*", "text", 3, 12)), 1), 0));
  }

  @Test
  void hits_come_in_reading_order_each_once() {
    var list = list("*casino*", "casino", "casinocasino", "buy");

    assertThat(entriesHit(list, "casinocasino casino buy"))
        .containsExactly("*casino*", "casinocasino", "*casino*", "casino", "buy");
  }

  @Test
  void an_exception_takes_back_what_lies_in_it() {
    var list = list("dick", "*sex*", "!dick cheney", "!*sussex*", "!essex");

    assertThat(hits(list, "Dick Cheney of Essex and Sussex", TextFormat.TEXT)).isEmpty();
    assertThat(hits(list, "Dick! Cheney is a dick in essexes", TextFormat.TEXT))
        .containsExactly("Dick", "dick", "essexes");
  }

  @Test
  void an_exception_of_one_list_does_not_bind_another() {
    var one = CompiledList.of(list("dick", "!dick cheney"));
    var other = CompiledList.of(list("dick"));

    var found = new SiteLists(List.of(one, other))
        .find(Searched.text("Dick Cheney", TextFormat.TEXT), Author.UNKNOWN);

    assertThat(found.hits().count()).isEqualTo(1);
  }

  @Test
  void more_hits_than_are_kept_are_counted() {
    var found = find(list("ab"), "ab ".repeat(200), TextFormat.TEXT, Author.UNKNOWN);

    assertThat(found.hits().hits()).hasSize(ListHits.MOST);
    assertThat(found.hits().count()).isEqualTo(200);
  }

  @Test
  void a_listed_link_counts_once_however_many_entries_name_it() {
    var found = find(
        list("pills.com", "domain:shop.pills.com", "casino"),
        "http://shop.pills.com pills.com casino http://else.com",
        TextFormat.TEXT,
        Author.UNKNOWN);

    assertThat(found.listedLinks()).isEqualTo(2);
  }

  @Test
  void the_authors_address_is_looked_at_and_the_name_is_not_unless_the_list_says_so() {
    var author = new Author(
        "u", "Casino King", "king@casino.example", "http://www.pills.com/", "192.0.2.7", "bot");
    var list = list("casino", "pills.com");
    var named = new WordList(
        list.owner(),
        "test",
        "",
        list.format(),
        Set.of(ListField.NAME),
        list.entries(),
        1,
        WordLists.NOW);

    assertThat(find(list, "Hi", TextFormat.TEXT, author).hits().hits())
        .containsExactly(new ListHit("test", "pills.com", "url", 0, 21));
    assertThat(find(named, "casino", TextFormat.TEXT, author).hits().hits())
        .containsExactly(new ListHit("test", "casino", "name", 0, 6));
  }

  @Test
  void wordpress_keys_are_found_inside_words_in_every_field_and_as_they_stand() {
    var author = new Author(
        "u",
        "Press",
        "a@casino.example",
        "http://x.example/?p=ONLINE",
        "192.0.2.7",
        "Mozilla/5.0 BadBot");
    var keys = list(
        ListFormat.WORDPRESS,
        "press",
        "casino",
        "192.0.2.",
        "badbot",
        "p=online",
        "# no comment",
        "v1agra",
        "<b>");

    var found = find(keys, "<b>Impressive</b> # No Comment viagra", TextFormat.HTML, author);

    assertThat(found.hits().hits())
        .extracting(hit -> hit.field() + " " + hit.entry() + " " + hit.begin())
        .containsExactly(
            "text <b> 0",
            "text press 5",
            "text # no comment 18",
            "name press 0",
            "email casino 2",
            "url p=online 18",
            "ip 192.0.2. 0",
            "userAgent badbot 12");
  }

  @Test
  void an_empty_list_hits_nothing() {
    assertThat(hits(list(), "anything", TextFormat.TEXT)).isEmpty();
    assertThat(hits(list("x"), "", TextFormat.TEXT)).isEmpty();
  }

  @Test
  void entries_that_fold_to_the_same_are_each_named() {
    assertThat(entriesHit(list("viagra", "VIAGRA", "v1agra"), "viagra"))
        .containsExactlyInAnyOrder("viagra", "VIAGRA", "v1agra");
  }

  @Test
  void any_literal_is_found_among_very_many() {
    var entries = new ArrayList<String>();
    for (int i = 0; i < 65_000; i++) {
      entries.add("word" + i + "x");
    }
    var list = CompiledList.of(list(entries.toArray(String[]::new)));

    for (int i = 0; i < 65_000; i += 997) {
      var found = new SiteLists(List.of(list))
          .find(
              Searched.text("a word%dx b word%d".formatted(i, i), TextFormat.TEXT), Author.UNKNOWN);
      assertThat(found.hits().hits()).extracting(ListHit::entry).containsExactly("word" + i + "x");
    }
  }

  private static String unescaped(String text) {
    return text.replace("\\\\", "\\");
  }
}
