package io.moderato.dropin.perspective;

import io.vertx.core.json.JsonObject;

/** What a call is answered with. */
record Reply(int code, JsonObject body) {
  static Reply ok(JsonObject body) {
    return new Reply(200, body);
  }

  String text(boolean pretty) {
    return pretty ? body.encodePrettily() + "\n" : body.encode();
  }
}
