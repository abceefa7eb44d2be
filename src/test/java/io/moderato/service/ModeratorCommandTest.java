package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.cli.ModeratoCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts at the command line, against the running service. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class ModeratorCommandTest {
  private final RunningService service;
  private final TestSite site;
  private final String login;

  ModeratorCommandTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
    this.login = "cli-" + site.id();
  }

  @Test
  void an_account_that_is_added_is_let_in_with_the_password_that_is_shown() {
    var run = run("add", login, "--name", "Some Name", "--sites", site.id());

    assertThat(run.out)
        .startsWith("Made: %s  moderator  %s  Some Name%n".formatted(login, site.id()));
    new Visitor(service).signIn(login, run.password()).expect(303);
  }

  @Test
  void each_command_does_to_the_account_what_it_says() {
    var first = run("add", login).password();
    assertThat(run("list").out).contains(login + "  moderator  no site  " + login);

    assertThat(run("change", login, "--role", "admin", "--name", "An Admin").out)
        .isEqualTo("Now: %s  admin  all sites  An Admin%n".formatted(login));
    var visitor = new Visitor(service);
    visitor.signIn(login, first).expect(303);
    assertThat(run("sign-out", login).status).isZero();
    visitor.get("/account").expect(303);

    var second = run("password", login).password();
    visitor.signIn(login, first).expect(401);
    visitor.signIn(login, second).expect(303);

    assertThat(run("disable", login).out).endsWith("An Admin  (disabled)%n".formatted());
    visitor.get("/account").expect(303);
    visitor.signIn(login, second).expect(401);
    run("change", login, "--enable");
    visitor.signIn(login, second).expect(303);
  }

  @Test
  void without_a_password_none_is_shown() {
    assertThat(run("add", login, "--no-password").out).doesNotContain("Password");
  }

  @Test
  void what_the_service_refuses_is_said_and_nothing_is_done() {
    var run = run("add", login, "--sites", "no-site");

    assertThat(run.status).isEqualTo(2);
    assertThat(run.err).contains("There is no site 'no-site'.");
    assertThat(run("disable", "nobody-at-all").err)
        .contains("There is no account 'nobody-at-all'.");
    assertThat(run("change", login).status).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "add", "list", "change", "disable", "password", "sign-out"})
  void help_teaches_each_command(String command) {
    var words = command.isEmpty() ? new String[] {"--help"} : new String[] {command, "--help"};

    var run = run(words);

    assertThat(run.status).isZero();
    assertThat(run.out).contains("Usage: moderato moderator").contains("--help");
  }

  private record Run(int status, String out, String err) {
    String password() {
      return out.replaceFirst("(?s).*Password, shown this once: (\\S+)\\R.*", "$1");
    }
  }

  private Run run(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var realOut = System.out;
    var realErr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      var isHelp = Arrays.asList(words).contains("--help");
      var where = isHelp
          ? Stream.<String>of()
          : Stream.of(
              "--url", "http://127.0.0.1:" + service.port(), "--key", RunningService.OPERATOR_KEY);
      var all = Stream.concat(Stream.concat(Stream.of("moderator"), Arrays.stream(words)), where);
      var status = ModeratoCommand.run(all.toArray(String[]::new));
      return new Run(
          status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(realOut);
      System.setErr(realErr);
    }
  }
}
