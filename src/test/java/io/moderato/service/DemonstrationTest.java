package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moderato.app.Demonstration;
import io.moderato.app.Setting;
import io.moderato.app.SettingsException;
import io.moderato.app.SettingsLoader;
import io.moderato.demo.Filled.SignIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DemonstrationTest {
  private static final Path NO_FILE = Path.of("no-such.yaml");
  private static final List<Integer> PROGRESS = new ArrayList<>();

  private static Path folder;
  private static Demonstration demonstration;

  @BeforeAll
  static void start() throws IOException {
    folder = Files.createTempDirectory("moderato-demonstration");
    var settings =
        SettingsLoader.loadForDemo(NO_FILE, Map.of(), Map.of(Setting.HTTP_PORT, "0"), folder);
    demonstration = Demonstration.start(settings, folder, PROGRESS::add);
  }

  @AfterAll
  static void nothing_is_left() {
    demonstration.close();
    assertThat(folder).doesNotExist();
  }

  private static Visitor signedIn(SignIn who) {
    var visitor = new Visitor(demonstration.application().port());
    visitor.signIn(who.moderator().login(), who.password()).expect(303);
    return visitor;
  }

  private static SignIn admin() {
    return demonstration.filled().signIns().get(0);
  }

  @Test
  void a_site_of_two_hundred_comments_and_more_is_there_and_some_wait() {
    var filled = demonstration.filled();

    assertThat(PROGRESS).hasSizeGreaterThanOrEqualTo(200);
    assertThat(filled.approved() + filled.held() + filled.rejected()).isEqualTo(PROGRESS.size());
    assertThat(filled.held()).isBetween(30, 100);
    assertThat(filled.rejected()).isGreaterThan(20);
  }

  @Test
  void an_admin_and_a_moderator_can_sign_in_and_see_what_waits() {
    assertThat(demonstration.filled().signIns())
        .extracting(each -> each.moderator().isAdmin())
        .containsExactly(true, false);
    for (var who : demonstration.filled().signIns()) {
      assertThat(signedIn(who).page("/review").select("#rows > .row"))
          .hasSizeGreaterThanOrEqualTo(30);
    }
  }

  @Test
  void history_and_dashboard_have_days_to_show() {
    var mara = signedIn(admin());

    var history = mara.page("/history");
    assertThat(history.select("table tr")).hasSizeGreaterThan(30);
    assertThat(history.text()).contains("Jonas").contains("days");
    assertThat(mara.page("/dashboard").text()).contains("Moderators agree");
  }

  @Test
  void the_same_words_of_many_authors_are_one_campaign() {
    var rows = signedIn(admin()).page("/review").select("#rows > .row");

    assertThat(rows.text()).containsPattern("×[5-9]");
  }

  @Test
  void a_store_of_one_s_own_is_refused_by_name() {
    var flags =
        Map.of(Setting.MONGODB_URI, "mongodb://127.0.0.1/own", Setting.HTTP_HOST, "0.0.0.0");

    assertThatThrownBy(() ->
            SettingsLoader.loadForDemo(NO_FILE, Map.of("MODERATO_DATA_DIR", "data"), flags, folder))
        .isInstanceOfSatisfying(
            SettingsException.class,
            refused -> assertThat(refused.mistakes())
                .anySatisfy(mistake -> assertThat(mistake).startsWith("MODERATO_DATA_DIR: "))
                .anySatisfy(mistake -> assertThat(mistake).startsWith("--mongodb-uri: "))
                .anySatisfy(mistake -> assertThat(mistake).startsWith("--http-host: "))
                .hasSize(3));
  }
}
