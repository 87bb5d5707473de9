package org.galton.view.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * Lets in who has the token, and only by a name of this machine: another program's page may know
 * the port, but neither the token nor, by a name that it has pointed here, the cookie.
 */
final class Guard {
  private static final String PARAMETER = "token";

  private final String token;
  private final Set<String> hosts;
  private final String cookie;

  Guard(int port) {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    // Cookies know no ports, and two viewers may run.
    cookie = "galton-" + port;
  }

  String token() {
    return token;
  }

  boolean knowsHost(String host) {
    return host != null && hosts.contains(host);
  }

  /**
   * @param origin of the page that sent a form; null where the browser does not say
   * @param host a name that is known
   */
  static boolean isOwnOrigin(String origin, String host) {
    return ("http://" + host).equals(origin);
  }

  /** The printed address: its answer sets the cookie. */
  boolean isFirstAddress(Parameters parameters) {
    return parameters.find(PARAMETER).filter(this::isToken).isPresent();
  }

  static Parameters withoutToken(Parameters parameters) {
    return parameters.without(PARAMETER);
  }

  String cookie() {
    return cookie + "=" + token + "; Path=/; HttpOnly; SameSite=Strict";
  }

  /**
   * @param cookies the request's header; null where there is none
   */
  boolean hasCookie(String cookies) {
    if (cookies == null) {
      return false;
    }
    for (String pair : cookies.split(";", -1)) {
      String given = pair.strip();
      if (given.startsWith(cookie + "=") && isToken(given.substring(cookie.length() + 1))) {
        return true;
      }
    }
    return false;
  }

  /** In a time that tells nothing about the token. */
  private boolean isToken(String given) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }
}
