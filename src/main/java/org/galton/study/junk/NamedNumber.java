package org.galton.study.junk;

import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A finite number for a name, as in {@code length=-0.1}. */
record NamedNumber(String name, double number) {

  /** Reads NAME=NUMBER; a name may have an equals sign itself. */
  static final class Converter implements ITypeConverter<NamedNumber> {
    @Override
    public NamedNumber convert(String text) {
      int at = text.lastIndexOf('=');
      return Optional.of(at)
          .filter(place -> place > 0)
          .flatMap(place -> finite(text.substring(place + 1)))
          .map(number -> new NamedNumber(text.substring(0, at), number))
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is no name with a number; expected such as name=0.5".formatted(text)));
    }

    private static Optional<Double> finite(String text) {
      try {
        return Optional.of(Double.parseDouble(text) + 0.0).filter(Double::isFinite);
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
  }
}
