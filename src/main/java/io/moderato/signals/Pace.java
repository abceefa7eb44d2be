package io.moderato.signals;

/** How many comments came lately to the site, this one not counted: by its author, from its address, from its network (IPv4 /24, IPv6 /48). */
public record Pace(
    int authorMinute,
    int authorHour,
    int addressMinute,
    int addressHour,
    int networkMinute,
    int networkHour) {
  public static final Pace NONE = new Pace(0, 0, 0, 0, 0, 0);
}
