package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class ReviewClientsIT {
  private static final int CLIENTS = 50;
  private static final int COMMENTS = 2000;

  private final RunningService service;
  private final TestSite site;

  ReviewClientsIT(RunningService service) {
    this.service = service;
    this.site = service.newSite();
  }

  @Test
  void fifty_clients_at_once_decide_two_thousand_comments_each_exactly_once() throws Exception {
    HeldComments.submit(site, COMMENTS);
    var threads = Executors.newFixedThreadPool(CLIENTS);
    var clients = IntStream.range(0, CLIENTS)
        .<Callable<List<String>>>mapToObj(i -> () -> decideAll("client-" + i))
        .toList();

    var decided = new ArrayList<String>();
    for (var client : threads.invokeAll(clients)) {
      decided.addAll(client.get());
    }
    threads.shutdown();

    assertThat(decided)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, COMMENTS).mapToObj(i -> "c-" + i).toList());
    assertThat(service.stored("comments", new Document("site", site.id())))
        .hasSize(COMMENTS)
        .allMatch(comment -> comment.getList("humanDecisions", Document.class).size() == 1);
    assertThat(service.stored("audit", new Document("site", site.id()).append("act", "approve")))
        .extracting(entry -> entry.getString("comment"))
        .hasSize(COMMENTS)
        .doesNotHaveDuplicates();
  }

  /** What this client has decided, until nothing is left. */
  private List<String> decideAll(String name) {
    var decided = new ArrayList<String>();
    while (true) {
      var next = site.caller().post(site.review() + "/next", Json.object("as", name));
      if (next.status() == 204) {
        return decided;
      }
      var row = next.expect(200).json();
      var id = row.path("comment").asText();
      site.caller()
          .post(
              site.review() + "/comments/" + id + "/acts",
              Json.object("act", "approve", "version", row.path("version"), "as", name))
          .expect(200);
      decided.add(id);
    }
  }
}
