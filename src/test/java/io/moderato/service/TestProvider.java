package io.moderato.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A provider of OpenID Connect: discovery, keys and tokens. What it signs can be made wrong in every way. */
final class TestProvider implements AutoCloseable {
  static final String CLIENT = "moderato";
  static final String SECRET = "secret of the client";

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
  private final AtomicInteger codes = new AtomicInteger();
  private volatile KeyPair keys = newKeys();
  private volatile UnaryOperator<JsonObject> claims = UnaryOperator.identity();
  private volatile String algorithm = "RS256";

  TestProvider() {
    server = vertx
        .createHttpServer()
        .requestHandler(this::answer)
        .listen(0, "127.0.0.1")
        .await();
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  /** Has the next tokens say something else. */
  void claiming(UnaryOperator<JsonObject> claims) {
    this.claims = claims;
  }

  /** {@code RS256}, {@code none}, {@code HS256} with the public key as secret, or {@code stranger} for another's key. */
  void signing(String algorithm) {
    this.algorithm = algorithm;
  }

  void changeKeys() {
    keys = newKeys();
  }

  /** Somebody has signed in there: gives the query by which they come back. */
  String consent(String authorizeUrl) {
    var query = fields(URI.create(authorizeUrl).getRawQuery());
    require("code", query.getOrDefault("response_type", ""));
    require(CLIENT, query.getOrDefault("client_id", ""));
    require("S256", query.getOrDefault("code_challenge_method", ""));
    var code = "code-" + codes.incrementAndGet();
    asked.put(code, query);
    return "?code=" + code + "&state=" + TestSite.encoded(query.getOrDefault("state", ""));
  }

  private void answer(HttpServerRequest request) {
    switch (request.path()) {
      case "/.well-known/openid-configuration" ->
        json(
            request,
            new JsonObject()
                .put("issuer", issuer().toString())
                .put("authorization_endpoint", issuer() + "/authorize")
                .put("token_endpoint", issuer() + "/token")
                .put("jwks_uri", issuer() + "/keys")
                .put("response_types_supported", new JsonArray().add("code"))
                .put("subject_types_supported", new JsonArray().add("public"))
                .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256")));
      case "/keys" -> json(request, new JsonObject().put("keys", new JsonArray().add(jwk())));
      case "/token" ->
        request.body().onSuccess(body -> token(request, fields(body.toString(UTF_8))));
      default -> request.response().setStatusCode(404).end();
    }
  }

  /** Refuses what RFC 6749 and RFC 7636 have it refuse. */
  private void token(HttpServerRequest request, Map<String, String> form) {
    var first = asked.remove(form.getOrDefault("code", ""));
    var basic = "Basic " + base64().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
    var isClient = SECRET.equals(form.getOrDefault("client_secret", ""))
        || basic.equals(request.getHeader("Authorization"));
    if (first == null
        || !isClient
        || !first.getOrDefault("redirect_uri", "").equals(form.getOrDefault("redirect_uri", ""))
        || !first
            .getOrDefault("code_challenge", "")
            .equals(challenge(form.getOrDefault("code_verifier", "")))) {
      request
          .response()
          .setStatusCode(400)
          .end(new JsonObject().put("error", "invalid_grant").encode());
      return;
    }
    var now = Instant.now().getEpochSecond();
    var said = new JsonObject()
        .put("iss", issuer().toString())
        .put("sub", "subject-1")
        .put("aud", CLIENT)
        .put("iat", now)
        .put("exp", now + 300)
        .put("nonce", first.getOrDefault("nonce", ""));
    json(
        request,
        new JsonObject()
            .put("access_token", "opaque")
            .put("token_type", "Bearer")
            .put("expires_in", 300)
            .put("id_token", signed(claims.apply(said))));
  }

  private static Base64.Encoder base64() {
    return Base64.getEncoder();
  }

  private String signed(JsonObject said) {
    var header = new JsonObject()
        .put("alg", algorithm.equals("stranger") ? "RS256" : algorithm)
        .put("kid", kid());
    var text = url(header.encode().getBytes(UTF_8)) + "." + url(said.encode().getBytes(UTF_8));
    return text + "." + url(signature(text.getBytes(UTF_8)));
  }

  private byte[] signature(byte[] text) {
    try {
      switch (algorithm) {
        case "none" -> {
          return new byte[0];
        }
        case "HS256" -> {
          var mac = Mac.getInstance("HmacSHA256");
          mac.init(new SecretKeySpec(keys.getPublic().getEncoded(), "HmacSHA256"));
          return mac.doFinal(text);
        }
        default -> {
          var signature = Signature.getInstance("SHA256withRSA");
          signature.initSign((algorithm.equals("stranger") ? newKeys() : keys).getPrivate());
          signature.update(text);
          return signature.sign();
        }
      }
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private JsonObject jwk() {
    var key = (RSAPublicKey) keys.getPublic();
    return new JsonObject()
        .put("kty", "RSA")
        .put("use", "sig")
        .put("alg", "RS256")
        .put("kid", kid())
        .put("n", url(unsigned(key.getModulus())))
        .put("e", url(unsigned(key.getPublicExponent())));
  }

  private String kid() {
    return "key-" + Integer.toHexString(keys.getPublic().hashCode());
  }

  private static byte[] unsigned(BigInteger number) {
    var bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String challenge(String verifier) {
    try {
      return url(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair newKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Map<String, String> fields(String encoded) {
    return Arrays.stream(encoded.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(
            pair -> URLDecoder.decode(pair[0], UTF_8), pair -> URLDecoder.decode(pair[1], UTF_8)));
  }

  private static void require(String expected, String was) {
    if (!expected.equals(was)) {
      throw new AssertionError("expected %s, was %s".formatted(expected, was));
    }
  }

  private static void json(HttpServerRequest request, JsonObject body) {
    request.response().putHeader("Content-Type", "application/json").end(body.encode());
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
