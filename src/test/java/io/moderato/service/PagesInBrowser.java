package io.moderato.service;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A service and a browser for the tests of a class, and the people who look at its pages, who leave after each. */
abstract class PagesInBrowser {
  static Browser browser;
  static RunningService service;

  final List<Moderation> people = new ArrayList<>();

  @BeforeAll
  static void start() {
    browser = Browser.start();
    service = RunningService.start();
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void leave() {
    people.forEach(Moderation::close);
  }
}
