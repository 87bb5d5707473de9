package org.galton.view;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads pages as a browser with the cookie does. */
public final class ViewClient {
  private static final Pattern LINK = Pattern.compile("href=\"(rollout\\?[^\"]*)\"");
  private static final Pattern MORE = Pattern.compile("id=\"more\" rel=\"next\" href=\"([^\"]*)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;
  private final String cookie;

  private ViewClient(URI address, String cookie) {
    this.address = address;
    this.cookie = cookie;
  }

  /** Opens the printed address. */
  public static ViewClient of(Viewer viewer) throws IOException, InterruptedException {
    URI address = URI.create(viewer.address());
    HttpResponse<String> first =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    String cookie = first.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    return new ViewClient(address, cookie);
  }

  HttpResponse<String> get(String place) throws IOException, InterruptedException {
    return client.send(request(place), BodyHandlers.ofString());
  }

  byte[] bytes(String place) throws IOException, InterruptedException {
    return client.send(request(place), BodyHandlers.ofByteArray()).body();
  }

  private HttpRequest request(String place) {
    return HttpRequest.newBuilder(address.resolve(place)).header("Cookie", cookie).build();
  }

  public String page(String place) throws IOException, InterruptedException {
    HttpResponse<String> response = get(place);
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return response.body();
  }

  /** Sends a form as a page of the viewer does, and goes on to where it leads. */
  public String label(String rollout, String... namesAndValues)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = post(rollout, form(namesAndValues));
    if (answer.statusCode() != 303) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return page(answer.headers().firstValue("Location").orElseThrow());
  }

  HttpResponse<String> post(String place, String form) throws IOException, InterruptedException {
    return send(asked(place, form).header("Origin", origin()).header("Cookie", cookie));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** A form without cookie and origin. */
  HttpRequest.Builder asked(String place, String form) {
    return HttpRequest.newBuilder(address.resolve(place))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  String cookie() {
    return cookie;
  }

  String origin() {
    return "http://" + address.getAuthority();
  }

  static String form(String... namesAndValues) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(namesAndValues[i])
          .append('=')
          .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return form.toString();
  }

  /** Addresses of the rollouts of a list and of all pages that follow it. */
  public List<String> allRollouts(String place) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    String next = place;
    while (next != null) {
      String page = page(next);
      LINK.matcher(page).results().forEach(link -> all.add(unescaped(link.group(1))));
      Matcher more = MORE.matcher(page);
      next = more.find() ? "/1/" + unescaped(more.group(1)) : null;
    }
    return all;
  }

  static String unescaped(String attribute) {
    return attribute.replace("&amp;", "&");
  }
}
