package io.moderato.service;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An account that no other test knows. */
record TestModerator(RunningService service, String login) {
  static final String PASSWORD = "four words in a row";

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  static TestModerator of(TestSite site) {
    return create(site.service(), "moderator", "Some Name", List.of(site.id()));
  }

  static TestModerator admin(RunningService service) {
    return create(service, "admin", "Some Admin", List.of());
  }

  static TestModerator create(
      RunningService service, String role, String name, List<String> sites) {
    var login = "person-" + NUMBERS.incrementAndGet();
    service
        .operator()
        .post(
            "/v1/moderators",
            Json.object(
                "login", login, "name", name, "role", role, "sites", sites, "password", PASSWORD))
        .expect(201);
    return new TestModerator(service, login);
  }

  String address() {
    return "/v1/moderators/" + login;
  }

  /** With a browser of their own in which they are signed in. */
  Visitor signedIn() {
    var visitor = new Visitor(service);
    visitor.signIn(login, PASSWORD).expect(303);
    return visitor;
  }

  /** The audit's acts about them or by them, the newest first. */
  List<String> acts() {
    var entries = service
        .operator()
        .get("/v1/audit?who=" + TestSite.encoded("moderator:" + login))
        .expect(200)
        .json()
        .path("entries");
    return Json.stream(entries).map(entry -> entry.path("act").asText()).toList();
  }
}
