package io.moderato.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moderato moderator}: the accounts of the people who review. */
@Command(
    name = "moderator",
    mixinStandardHelpOptions = true,
    description = "Makes and changes the accounts of those who review comments.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:done", "2:refused, with the reason on standard error"},
    footer = {
      "",
      "The service must be running. A 'moderator' reviews the sites that you name, an 'admin'",
      "all of them, and may change accounts on the page /admin/moderators, too.",
      "",
      "Examples:",
      "  export MODERATO_ADMIN_KEY=...",
      "  moderato moderator add anna --name 'Anna Example' --sites my-blog",
      "  moderato moderator add ben --role admin --ask-password",
      "  moderato moderator add cem --no-password        comes in by OpenID Connect alone",
      "  moderato moderator list",
      "  moderato moderator change anna --sites my-blog,news",
      "  moderato moderator password anna                a new one, shown this once",
      "  moderato moderator disable anna                 and ends every session",
      "  moderato moderator sign-out anna                ends every session"
    })
public final class ModeratorCommand implements Runnable {
  private static final String LOGIN = "LOGIN";
  private static final String SITES = "Ids of the sites to review, with commas between.";
  private static final String ASK = "Ask for the password, instead of making one.";

  @Spec
  private CommandSpec spec;

  /** For picocli. */
  public ModeratorCommand() {}

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Name a command, such as 'add'.");
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Makes an account, with a password that is shown this once.")
  int add(
      @Mixin OperatorOptions service,
      @Parameters(paramLabel = LOGIN, description = "Lower-case letters, digits and . _ + - @")
          String login,
      @Option(names = "--name", paramLabel = "NAME", description = "As others see it.") @Nullable
          String name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              defaultValue = "moderator",
              description = "moderator or admin. Default: ${DEFAULT-VALUE}")
          String role,
      @Option(names = "--sites", paramLabel = "SITES", split = ",", description = SITES) @Nullable
          List<String> sites,
      @Option(names = "--ask-password", description = ASK) boolean ask,
      @Option(names = "--no-password", description = "For OpenID Connect alone.") boolean none) {
    var account = ServiceClient.JSON
        .createObjectNode()
        .put("login", login)
        .put("name", name == null ? login : name)
        .put("role", role);
    putSites(account, sites);
    if (none) {
      account.putNull("password");
    } else if (ask) {
      account.put("password", askedPassword());
    }
    var made = service.client().ask("POST", "/moderators", account);
    print("Made: " + line(made.path("moderator")));
    printPassword(made);
    return ExitCode.OK;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Prints every account: login, role, sites, name.")
  int list(@Mixin OperatorOptions service) {
    var client = service.client();
    var page = client.ask("GET", "/moderators?limit=200", null);
    while (true) {
      page.path("moderators").forEach(account -> print(line(account)));
      if (page.path("next").isNull()) {
        return ExitCode.OK;
      }
      var next = encoded(page.path("next").asText());
      page = client.ask("GET", "/moderators?limit=200&cursor=" + next, null);
    }
  }

  @Command(
      name = "change",
      mixinStandardHelpOptions = true,
      description = "Changes what is named, and lets the rest be.")
  int change(
      @Mixin OperatorOptions service,
      @Parameters(paramLabel = LOGIN) String login,
      @Option(names = "--name", paramLabel = "NAME", description = "As others see it.") @Nullable
          String name,
      @Option(names = "--role", paramLabel = "ROLE", description = "moderator or admin.") @Nullable
          String role,
      @Option(names = "--sites", paramLabel = "SITES", split = ",", description = SITES) @Nullable
          List<String> sites,
      @Option(names = "--enable", description = "Let a disabled account in again.")
          boolean enable) {
    var changes = ServiceClient.JSON.createObjectNode();
    if (name != null) {
      changes.put("name", name);
    }
    if (role != null) {
      changes.put("role", role);
    }
    putSites(changes, sites);
    if (enable) {
      changes.put("disabled", false);
    }
    if (changes.isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Say what is to change: --name, --role, --sites or --enable.");
    }
    return changed(service, login, changes);
  }

  @Command(
      name = "disable",
      mixinStandardHelpOptions = true,
      description = "Ends every session and lets nobody in; 'change --enable' undoes it.")
  int disable(@Mixin OperatorOptions service, @Parameters(paramLabel = LOGIN) String login) {
    return changed(service, login, ServiceClient.JSON.createObjectNode().put("disabled", true));
  }

  private int changed(OperatorOptions service, String login, ObjectNode changes) {
    print("Now: " + line(service.client().ask("PATCH", path(login), changes)));
    return ExitCode.OK;
  }

  @Command(
      name = "password",
      mixinStandardHelpOptions = true,
      description = "Gives the account a new password, shown this once, and ends every session.")
  int password(
      @Mixin OperatorOptions service,
      @Parameters(paramLabel = LOGIN) String login,
      @Option(names = "--ask-password", description = ASK) boolean ask) {
    var body = ServiceClient.JSON.createObjectNode();
    if (ask) {
      body.put("password", askedPassword());
    }
    var changed = service.client().ask("PUT", path(login) + "/password", body);
    print("Changed. Every session of %s is over.".formatted(login));
    printPassword(changed);
    return ExitCode.OK;
  }

  @Command(
      name = "sign-out",
      mixinStandardHelpOptions = true,
      description = "Ends every session of the account.")
  int signOut(@Mixin OperatorOptions service, @Parameters(paramLabel = LOGIN) String login) {
    service.client().ask("POST", path(login) + "/sign-out", null);
    print("Every session of %s is over.".formatted(login));
    return ExitCode.OK;
  }

  private static void putSites(ObjectNode account, @Nullable List<String> sites) {
    if (sites != null) {
      var list = account.putArray("sites");
      sites.stream().map(String::strip).filter(site -> !site.isEmpty()).forEach(list::add);
    }
  }

  private static String askedPassword() {
    var console = System.console();
    if (console == null) {
      throw new RefusedException("There is no terminal to ask for a password at.");
    }
    var first = console.readPassword("Password: ");
    var again = console.readPassword("Once more: ");
    if (first == null || !Arrays.equals(first, again)) {
      throw new RefusedException("These are not the same.");
    }
    return new String(first);
  }

  private void printPassword(JsonNode made) {
    if (made.has("password")) {
      print("Password, shown this once: " + made.path("password").asText());
    }
  }

  private static String line(JsonNode account) {
    var sites = account.path("role").asText().equals("admin")
        ? "all sites"
        : StreamSupport.stream(account.path("sites").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(","));
    return Terminal.line("%s  %s  %s  %s%s"
        .formatted(
            account.path("login").asText(),
            account.path("role").asText(),
            sites.isEmpty() ? "no site" : sites,
            account.path("name").asText(),
            account.path("disabled").asBoolean() ? "  (disabled)" : ""));
  }

  private static String path(String login) {
    return "/moderators/" + encoded(login);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void print(String text) {
    spec.commandLine().getOut().println(Terminal.plain(text));
    spec.commandLine().getOut().flush();
  }
}
