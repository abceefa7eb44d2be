package io.moderato.page;

import java.util.List;

/** The entries of the navigation. */
public final class Places {
  private static final List<Place> ALL = List.of(
      new Place("review", "/review", false),
      new Place("history", "/history", false),
      new Place("dashboard", "/dashboard", false),
      new Place("models", "/models", true),
      new Place("moderators", "/admin/moderators", true));

  private Places() {}

  /** @param name part of the message's key: {@code nav.history} */
  public record Place(String name, String path, boolean forAdmins) {}

  public static List<Place> of(Shell.Viewer viewer) {
    return ALL.stream().filter(place -> viewer.admin() || !place.forAdmins()).toList();
  }
}
