package workshop.requirements.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import shareddb.webtesting.ApiClient;
import shareddb.webtesting.Case;

/** One request for each status that the shared operations document, except for faults. */
public final class SharedCases {

  private static final List<String> PROBES = List.of("/health", "/ready");
  private static final String CSV = "text/csv";
  private static final String REQUIREMENT = "{\"title\": \"Contract\"}";

  private final String prefix;
  private final Place place;
  private final List<Case> cases = new ArrayList<>();

  SharedCases(String prefix, Place place) {
    this.prefix = prefix;
    this.place = place;
  }

  /** One request for each operation in a project, by a person with the role for it. */
  public static List<Case> good(String prefix, Place place) {
    return new SharedCases(prefix, place)
        .all().stream()
            .filter(
                one ->
                    one.status() < 300
                        && one.operation().startsWith(prefix, one.operation().indexOf(' ') + 1))
            .filter(one -> !PROBES.contains(one.path()))
            .toList();
  }

  List<Case> all() {
    probes();
    requirements();
    csv();
    groups();
    members();
    return List.copyOf(cases);
  }

  private void probes() {
    ApiClient root = place.nobody().within("");
    for (String probe : PROBES) {
      cases.add(Case.of("GET " + probe, 200, root, probe, ""));
      cases.add(Case.of("GET " + probe, 400, root, probe + "?x=1", ""));
      cases.add(Case.of("GET " + probe, 406, root, probe, "").accepting("text/html"));
    }
  }

  private void requirements() {
    String key = place.add("one");
    place.add("another one");
    place.change(key, Map.of("title", "two", "status", "done")).expect(200);
    pages("/requirements", "/requirements");
    writes("POST /requirements", "/requirements", REQUIREMENT, 201, place.editor());
    reads("/requirements/{key}", "/requirements/" + key);
    writes("PATCH /requirements/{key}", "/requirements/" + key, REQUIREMENT, 200, place.editor());
    pages("/requirements/{key}/history", "/requirements/" + key + "/history");
  }

  private void csv() {
    String path = "/requirements.csv";
    add("GET " + path, 200, place.viewer(), path, "");
    refused("GET " + path, path, "");
    add("GET " + path, 400, place.viewer(), path + "?x=1", "");
    cases.add(of("GET " + path, 406, place.viewer(), path, "").accepting("text/html"));
    String rows = "title\nContract\n";
    String operation = "POST " + path;
    cases.add(of(operation, 200, place.editor(), path, rows).typed(CSV));
    cases.add(of(operation, 400, place.editor(), path, "colour\n").typed(CSV));
    cases.add(of(operation, 401, place.nobody(), path, rows).typed(CSV));
    cases.add(of(operation, 403, place.viewer(), path, rows).typed(CSV));
    cases.add(of(operation, 404, place.stranger(), path, rows).typed(CSV));
    cases.add(of(operation, 406, place.editor(), path, rows).typed(CSV).accepting("text/html"));
    cases.add(of(operation, 413, place.editor(), path, "a".repeat(8_400_000)).typed(CSV));
    cases.add(of(operation, 415, place.editor(), path, rows));
  }

  private void groups() {
    long id = place.addGroup("One");
    long used = place.addGroup("Used");
    place.add(Map.of("title", "in it", "group", "Used"));
    String group = "{\"name\": \"Contract\"}";
    String taken = "{\"name\": \"Used\"}";
    pages("/groups", "/groups");
    pages("/board", "/board");
    writes("POST /groups", "/groups", "{\"name\": \"New\"}", 201, place.editor());
    add("POST /groups", 409, place.editor(), "/groups", taken);
    reads("/groups/{group_id}", "/groups/" + id);
    writes("PATCH /groups/{group_id}", "/groups/" + id, group, 200, place.editor());
    add("PATCH /groups/{group_id}", 409, place.editor(), "/groups/" + id, taken);
    add("DELETE /groups/{group_id}", 409, place.editor(), "/groups/" + used, "");
    removes("DELETE /groups/{group_id}", "/groups/" + id, place.editor());
  }

  private void members() {
    String somebody = "{\"email\": \"contract@example.org\", \"role\": \"viewer\"}";
    Map<String, String> other = Map.of("email", "other@example.org", "role", "viewer");
    long id = place.owner().post("/members", other).expect(201).json().get("id").asLong();
    String member = "/members/" + id;
    String editor = "{\"role\": \"editor\"}";
    pages("/members", "/members");
    writes("POST /members", "/members", somebody, 201, place.owner());
    add("POST /members", 409, place.owner(), "/members", somebody);
    reads("/members/{member_id}", member);
    writes("PATCH /members/{member_id}", member, editor, 200, place.owner());
    removes("DELETE /members/{member_id}", member, place.owner());
    String last = "/members/" + owner();
    add("PATCH /members/{member_id}", 409, place.owner(), last, "{\"role\": \"viewer\"}");
    add("DELETE /members/{member_id}", 409, place.owner(), last, "");
  }

  private long owner() {
    return place.owner().get("/members").items().stream()
        .filter(member -> member.get("role").asString().equals("owner"))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asLong();
  }

  /** A first page of several. */
  private void pages(String template, String path) {
    add("GET " + template, 200, place.viewer(), path + "?limit=1", "");
    failsToRead("GET " + template, path);
  }

  private void reads(String template, String path) {
    add("GET " + template, 200, place.viewer(), path, "");
    failsToRead("GET " + template, path);
  }

  private void failsToRead(String operation, String path) {
    add(operation, 400, place.viewer(), path + "?x=1", "");
    cases.add(of(operation, 406, place.viewer(), path, "").accepting("text/html"));
    refused(operation, path, "");
  }

  private void writes(String operation, String path, String body, int good, ApiClient who) {
    add(operation, good, who, path, body);
    add(operation, 400, who, path, "[]");
    add(operation, 403, place.viewer(), path, body);
    cases.add(of(operation, 406, who, path, body).accepting("text/html"));
    add(operation, 413, who, path, "\"" + "a".repeat(70_000) + "\"");
    cases.add(of(operation, 415, who, path, body).typed("text/plain"));
    refused(operation, path, body);
  }

  private void removes(String operation, String path, ApiClient who) {
    refused(operation, path, "");
    add(operation, 400, who, path + "?x=1", "");
    add(operation, 403, place.viewer(), path, "");
    add(operation, 204, who, path, "");
  }

  private void refused(String operation, String path, String body) {
    add(operation, 401, place.nobody(), path, body);
    add(operation, 404, place.stranger(), path, body);
  }

  private void add(String operation, int status, ApiClient who, String path, String body) {
    cases.add(of(operation, status, who, path, body));
  }

  private Case of(String operation, int status, ApiClient who, String path, String body) {
    return Case.of(operation.replaceFirst(" ", " " + prefix), status, who, path, body);
  }
}
