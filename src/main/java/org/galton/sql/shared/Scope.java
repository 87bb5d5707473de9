package org.galton.sql.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns that an expression may name. */
final class Scope {
  private final List<Relation> relations = new ArrayList<>();
  private final Set<String> joined = new HashSet<>();
  private final Map<String, Typed> outputs = new HashMap<>();

  void add(Relation relation) {
    if (relations.stream().anyMatch(other -> other.name().equalsIgnoreCase(relation.name()))) {
      throw new NotShared("it calls two tables " + relation.name());
    }
    relations.add(relation);
  }

  List<Relation> relations() {
    return relations;
  }

  /** A column of a USING: without a table before it, it is that of the first table. */
  void join(Relation relation, String column) {
    joined.add(relation.column(column).sql());
  }

  boolean hasJoinedColumns() {
    return !joined.isEmpty();
  }

  /** From here on names of the result may be used. */
  void addOutput(String name, Typed value) {
    outputs.merge(name, value, (one, other) -> Typed.of("", Type.UNKNOWN));
  }

  Typed column(String table, String name) {
    return relation(table).columns().containsKey(name)
        ? relation(table).column(name)
        : unknown(table + "." + name);
  }

  Relation relation(String name) {
    return relations.stream()
        .filter(relation -> relation.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NotShared("it has no table " + name));
  }

  Typed column(String name) {
    Optional<Typed> inside = inside(name);
    Typed output = outputs.get(name);
    if (output == null || (inside.isPresent() && inside.get().sql().equals(output.sql()))) {
      return inside.orElseGet(() -> unknown(name));
    }
    if (inside.isPresent() || output.sql().isEmpty()) {
      throw new NotShared("it calls two columns " + name);
    }
    return output;
  }

  /** Of the tables alone. */
  Optional<Typed> inside(String name) {
    List<Relation> having =
        relations.stream().filter(relation -> relation.columns().containsKey(name)).toList();
    if (having.stream()
        .skip(1)
        .anyMatch(relation -> !joined.contains(relation.column(name).sql()))) {
      throw new NotShared("more than one table of it has a column " + name);
    }
    return having.stream().findFirst().map(relation -> relation.column(name));
  }

  private static Typed unknown(String name) {
    throw new NotShared("no table of it has a column " + name);
  }
}
