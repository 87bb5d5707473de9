package org.galton.task.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.galton.task.IndexedStream;
import org.galton.task.Split;

/**
 * The facts of a world, entity by entity. An entity has a name, a class and a split of its own: all
 * its facts share them. Names and values depend on the world's seed and the entity's number only.
 */
final class FactWorld {
  private static final int SYLLABLES = 3;

  private final List<WorldFact> facts = new ArrayList<>();

  FactWorld(FactsOptions options) {
    Set<String> names = new HashSet<>();
    long seed = options.world();
    for (Knowledge knowledge : Knowledge.values()) {
      for (Split split : Split.values()) {
        for (int i = 0; i < options.entities().of(knowledge); i++) {
          long entity = names.size();
          String name = newName(seed, entity, names);
          for (FactAttribute attribute : options.attributes()) {
            IndexedStream draws =
                new IndexedStream(seed, FactsTask.NAME + " " + attribute.key(), entity);
            facts.add(new WorldFact(name, knowledge, split, attribute, attribute.draw(draws)));
          }
        }
      }
    }
  }

  private static String newName(long seed, long entity, Set<String> names) {
    IndexedStream draws = new IndexedStream(seed, FactsTask.NAME + " name", entity);
    String name = Syllables.name(SYLLABLES, draws);
    while (!names.add(name)) {
      name = Syllables.name(SYLLABLES, draws);
    }
    return name;
  }

  List<WorldFact> of(Split split) {
    return facts.stream().filter(fact -> fact.split() == split).toList();
  }

  List<WorldFact> of(Knowledge knowledge) {
    return facts.stream().filter(fact -> fact.knowledge() == knowledge).toList();
  }

  Stream<WorldFact> all() {
    return facts.stream();
  }
}
