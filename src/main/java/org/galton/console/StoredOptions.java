package org.galton.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.job.run.RunOrigin;
import org.galton.spec.InvalidInput;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What {@code runs.spec} keeps of a study: its command and every option that has a value, defaults
 * too, under its own name, so that the same can be computed again.
 */
public final class StoredOptions {
  /** They say where a result goes, not what it is. */
  private static final Set<String> OF_THE_OUTPUT =
      Set.of(
          "--output", "--json", "--verbose", "--fail-if", "--confidence", "--junit", "--markdown");

  private static final String COMMAND = "command";

  private StoredOptions() {}

  public static RunOrigin origin(CommandSpec command) {
    return new RunOrigin(yaml(command), Versions.galton());
  }

  /** Whether a row of {@code runs} tells which command made it. */
  public static boolean isOfAStudy(String yaml) {
    return yaml.startsWith(COMMAND + ": ");
  }

  /** By name, the command first, as a row of {@code runs} keeps them. */
  public static Map<String, Object> read(String yaml) {
    return new LinkedHashMap<>(
        new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(yaml));
  }

  /**
   * The command line that has these options.
   *
   * @param root knows the command
   */
  public static List<String> arguments(Map<String, Object> options, CommandSpec root) {
    List<String> words = List.of(options.get(COMMAND).toString().split(" "));
    CommandSpec command = root;
    for (String word : words) {
      CommandLine next = command.subcommands().get(word);
      if (next == null) {
        throw new InvalidInput(
            "Cannot run '%s' again: there is no such command; the jar that brought it belongs after --jars"
                .formatted(options.get(COMMAND)));
      }
      command = next.getCommandSpec();
    }
    CommandSpec found = command;
    Set<String> positional =
        found.positionalParameters().stream()
            .map(PositionalParamSpec::paramLabel)
            .collect(Collectors.toSet());
    List<String> arguments = new ArrayList<>(words);
    options.forEach(
        (option, value) -> {
          if (positional.contains(option)) {
            arguments.add(value.toString());
          } else if (!option.equals(COMMAND)) {
            values(found.findOption("--" + option), value)
                .forEach(text -> arguments.add("--" + option + "=" + text));
          }
        });
    return arguments;
  }

  /** Of an option that is not split at commas, one after the other. */
  private static Stream<String> values(OptionSpec option, Object value) {
    if (!(value instanceof List<?> list)) {
      return Stream.of(value.toString());
    }
    return option == null || option.splitRegex().isEmpty()
        ? list.stream().map(Object::toString)
        : Stream.of(list.stream().map(Object::toString).collect(Collectors.joining(",")));
  }

  private static String yaml(CommandSpec command) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put(COMMAND, words(command));
    command.positionalParameters().stream()
        .filter(parameter -> !parameter.stringValues().isEmpty())
        .forEach(parameter -> options.put(parameter.paramLabel(), given(parameter).orElseThrow()));
    command.options().stream()
        .filter(option -> !OF_THE_OUTPUT.contains(option.longestName()))
        .forEach(
            option ->
                given(option)
                    .ifPresent(value -> options.put(option.longestName().substring(2), value)));
    DumperOptions style = new DumperOptions();
    style.setDefaultFlowStyle(DumperOptions.FlowStyle.FLOW);
    style.setWidth(Integer.MAX_VALUE);
    Yaml yaml = new Yaml(style);
    return options.entrySet().stream()
        .map(option -> option.getKey() + ": " + yaml.dump(option.getValue()))
        .collect(Collectors.joining());
  }

  /** As they follow the program's own name. */
  private static String words(CommandSpec command) {
    CommandSpec parent = command.parent();
    return parent == null || parent.parent() == null
        ? command.name()
        : words(parent) + " " + command.name();
  }

  /** On the command line, else the default. */
  private static Optional<Object> given(ArgSpec option) {
    if (Arrays.stream(option.converters()).anyMatch(HomePath.class::isInstance)) {
      return Optional.<Object>ofNullable(option.getValue()).map(StoredOptions::absolute);
    }
    if (!option.stringValues().isEmpty()) {
      return Optional.of(value(option, option.stringValues()));
    }
    boolean isFlag = option.arity().max() == 0;
    return Optional.ofNullable(option.defaultValue())
        .filter(text -> !isFlag)
        .map(
            text ->
                value(
                    option,
                    List.of(
                        option.splitRegex().isEmpty()
                            ? new String[] {text}
                            : text.split(option.splitRegex()))));
  }

  /** Whoever computes it again may stand in another folder. */
  private static Object absolute(Object given) {
    if (given instanceof List<?> paths) {
      return paths.stream().map(StoredOptions::absolute).toList();
    }
    String path = (String) given;
    return path.matches("[a-z][a-z0-9+.-]+:.*") ? path : Path.of(path).toAbsolutePath().toString();
  }

  private static Object value(ArgSpec option, List<String> texts) {
    List<Object> values = texts.stream().map(StoredOptions::plain).toList();
    return option.isMultiValue() ? values : values.get(values.size() - 1);
  }

  /** Without quotes where it reads back as it was written. */
  private static Object plain(String text) {
    try {
      Object number = text.contains(".") ? (Object) Double.valueOf(text) : Long.valueOf(text);
      return number.toString().equals(text) ? number : text;
    } catch (NumberFormatException e) {
      return text.equals("true") ? (Object) true : text;
    }
  }
}
