package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The real WordPress with Akismet's own plug-in, which knows nothing of this service but what the must-use plug-in does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class WordPressTest {
  /** Four links. */
  private static final String HELD =
      "More of it: https://a.example.org https://b.example.org https://c.example.org https://d.example.org";

  private final RunningService service;

  WordPressTest(RunningService service) {
    this.service = service;
  }

  @Test
  void comments_are_shown_kept_out_or_held_until_a_person_has_decided(@TempDir Path folder)
      throws Exception {
    var site = service.newSite();
    var key = AkismetCaller.newKey(site, "submit", "feedback");
    try (var wordPress = WordPress.start(folder, "http://127.0.0.1:" + service.port(), key)) {
      wordPress.comment("ada", TestSite.HARMLESS);
      wordPress.comment("bob", TestSite.SPAM);
      wordPress.comment("cleo", HELD);

      assertThat(wordPress.page())
          .contains(TestSite.HARMLESS)
          .doesNotContain("followers", "d.example.org");
      assertThat(
              wordPress.asAdministrator(
                  "foreach ( get_comments( array( 'status' => 'any', 'author__not_in' => array( 1 ) ) ) as $c ) { echo $c->comment_author, ' ', wp_get_comment_status( $c ), ';'; }"))
          .contains("ada approved;", "bob spam;", "cleo unapproved;");

      var held = stored(site, "cleo");
      assertThat(held.getString("status")).isEqualTo("held");
      assertThat(held.getString("door")).isEqualTo("akismet");
      site.caller()
          .post(
              site.comment(held.getString("comment")) + "/feedback",
              Json.object("verdict", "APPROVE"))
          .expect(200);
      WordPress.await(
          "the approved comment", () -> wordPress.page().contains("https://d.example.org"));

      wordPress.asAdministrator(
          "$c = get_comments( array( 'status' => 'spam' ) )[0]; wp_unspam_comment( $c ); Akismet::submit_nonspam_comment( $c->comment_ID );");
      assertThat(stored(site, "bob").getString("status")).isEqualTo("approved");
    }
  }

  private Document stored(TestSite site, String author) {
    return service
        .stored(
            "comments",
            Filters.and(Filters.eq("site", site.id()), Filters.eq("author.name", author)))
        .get(0);
  }
}
