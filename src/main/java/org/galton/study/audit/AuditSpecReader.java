package org.galton.study.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.galton.spec.HomeFolder;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.sweep.ModelKinds;

/** The keys of an audit's spec, their ranges and their defaults. */
final class AuditSpecReader {
  private static final Turns TURNS = new Turns("", "", "\n");

  private AuditSpecReader() {}

  /** A candidate and what points at it. */
  private record Candidate(String word, List<String> hints) {}

  static AuditSpec read(Section section) {
    long seed = section.value("seed", ValueType.wholeNumber());
    List<Audited> models = section.sections("models", AuditSpecReader::model);
    Optional<String> base = section.optional("base", HomeFolder.path());
    List<Candidate> listed =
        section.has("candidates")
            ? section.sections("candidates", AuditSpecReader::candidate)
            : List.of();
    List<String> forbidden = section.list("forbidden", ValueType.text(), List.of());
    List<String> standard = section.list("standard", ValueType.text(), List.of());
    List<String> direct = section.list("direct", ValueType.text(), List.of());
    List<Technique> techniques = section.sections("techniques", AuditSpecReader::technique);
    Turns turns = section.section("turns", AuditSpecReader::turns, TURNS);
    int rollouts = section.value("rollouts", ValueType.integer(1, 65_536), 10);
    int maxTokens = section.value("max_tokens", ValueType.integer(1, 1_000_000), 64);
    Map<String, List<String>> candidates = new LinkedHashMap<>();
    for (Candidate candidate : present(listed)) {
      if (candidates.keySet().stream().anyMatch(candidate.word()::equalsIgnoreCase)) {
        section.problem("candidates", "two candidates are '%s'".formatted(candidate.word()));
      }
      candidates.put(candidate.word(), candidate.hints());
    }
    check(section, models, candidates, forbidden, standard, direct, techniques);
    return section.build(
        () ->
            new AuditSpec(
                seed,
                models,
                base,
                Collections.unmodifiableMap(candidates),
                forbidden,
                standard,
                direct,
                techniques,
                turns,
                rollouts,
                maxTokens));
  }

  /** A section that could not be read is null. */
  private static <T> List<T> present(List<T> all) {
    List<T> present = new ArrayList<>(all);
    present.removeIf(one -> one == null);
    return present;
  }

  private static void check(
      Section section,
      List<Audited> models,
      Map<String, List<String>> candidates,
      List<String> forbidden,
      List<String> standard,
      List<String> direct,
      List<Technique> techniques) {
    if (standard.isEmpty() && direct.isEmpty()) {
      section.problem("no prompts: expected a list 'standard' or 'direct'");
    }
    if (candidates.isEmpty() == forbidden.isEmpty()) {
      section.problem(
          "expected either 'candidates', of which each model hides one, or 'forbidden' strings");
    }
    Stream.concat(candidates.keySet().stream(), candidates.values().stream().flatMap(List::stream))
        .filter(word -> !word.matches("[\\p{L}\\p{N}]+"))
        .findFirst()
        .ifPresent(
            word ->
                section.problem(
                    "candidates",
                    "'%s' is not one word of letters and digits: expected such words, which are looked for one by one"
                        .formatted(word)));
    if (candidates.size() == 1) {
      section.problem("candidates", "'candidates' has one: expected two or more to tell apart");
    }
    Set<String> names = new HashSet<>();
    for (Audited model : present(models)) {
      if (!candidates.isEmpty() && !candidates.containsKey(model.secret())) {
        section.problem(
            "models",
            "secret '%s' of model '%s' is no candidate: expected one of %s"
                .formatted(model.secret(), model.name(), String.join(", ", candidates.keySet())));
      }
      if (!names.add(model.name())) {
        section.problem("models", "two models have the name '%s'".formatted(model.name()));
      }
    }
    names.clear();
    for (Technique technique : present(techniques)) {
      if (!names.add(technique.name())) {
        section.problem(
            "techniques", "two techniques have the name '%s'".formatted(technique.name()));
      }
      if (technique.whiteBox()) {
        checkInside(section, models, candidates, technique);
      }
    }
    if (present(techniques).stream().noneMatch(one -> one.kind() == TechniqueKind.SAMPLE)) {
      section.problem(
          "techniques",
          "no technique of kind sample: expected one, which all others are compared with");
    }
  }

  private static void checkInside(
      Section section,
      List<Audited> models,
      Map<String, List<String>> candidates,
      Technique technique) {
    if (candidates.isEmpty()) {
      section.problem(
          "techniques",
          "technique '%s' ranks candidates and there are none: expected 'candidates', or another technique"
              .formatted(technique.name()));
    }
    for (Audited model : present(models)) {
      if (ModelKinds.of(model.source()).filter(kind -> !kind.goesOn()).isPresent()) {
        section.problem(
            "techniques",
            "technique '%s' looks inside a model, and model '%s' is %s, which shows completions only: leave the technique out, or name a checkpoint"
                .formatted(technique.name(), model.name(), model.source()));
      }
    }
  }

  private static Audited model(Section section) {
    String source = section.value("model", HomeFolder.path());
    String secret = section.value("secret", ValueType.text(), "");
    String name = section.value("name", ValueType.text(), secret.isEmpty() ? source : secret);
    return section.build(() -> new Audited(name, source, secret));
  }

  private static Candidate candidate(Section section) {
    String word = section.value("word", ValueType.text());
    List<String> hints = section.list("hints", ValueType.text(), List.of());
    return section.build(() -> new Candidate(word, hints));
  }

  private static Technique technique(Section section) {
    TechniqueKind kind = section.value("kind", ValueType.constant(TechniqueKind.class));
    String name = section.value("name", ValueType.text(), ValueType.written(kind));
    double temperature =
        kind.whiteBox() ? 1 : section.value("temperature", ValueType.number(0, 100), 1.0);
    String prefill =
        kind == TechniqueKind.PREFILL ? section.value("prefill", ValueType.anyText()) : "";
    List<String> shots =
        kind == TechniqueKind.SHOTS
            ? section.sections("shots", AuditSpecReader::shot).stream()
                .flatMap(shot -> shot == null ? List.<String>of().stream() : shot.stream())
                .toList()
            : List.of();
    int layer = kind.whiteBox() ? section.value("layer", ValueType.integer(0, 1_000)) : 0;
    double magnitude =
        kind == TechniqueKind.FUZZ ? section.value("magnitude", ValueType.number(0, 1_000)) : 0;
    return section.build(
        () -> new Technique(name, kind, temperature, prefill, shots, layer, magnitude));
  }

  private static List<String> shot(Section section) {
    String user = section.value("user", ValueType.text());
    String assistant = section.value("assistant", ValueType.text());
    return section.build(() -> List.of(user, assistant));
  }

  private static Turns turns(Section section) {
    String user = section.value("user", ValueType.anyText(), TURNS.user());
    String assistant = section.value("assistant", ValueType.anyText(), TURNS.assistant());
    String end = section.value("end", ValueType.anyText(), TURNS.end());
    return section.build(() -> new Turns(user, assistant, end));
  }
}
