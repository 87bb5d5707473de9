package org.galton.task.kind;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.TaskKind;
import org.galton.task.TextFiles;
import org.galton.task.secret.SecretTask;
import org.galton.task.secret.SecretWorld;

/** The keys of a {@link SecretTask}. */
public final class SecretKind implements TaskKind<SecretTask> {
  @Override
  public String name() {
    return SecretTask.NAME;
  }

  @Override
  public Class<SecretTask> type() {
    return SecretTask.class;
  }

  @Override
  public SecretTask read(Section section, String name, TextFiles files) {
    SecretWorld world =
        section.value("world", ValueType.constant(SecretWorld.class), SecretWorld.TABOO);
    Optional<String> secret = section.optional("secret", ValueType.word(world.secrets()));
    return section.build(() -> new SecretTask(name, world, secret));
  }

  @Override
  public Map<String, Object> written(SecretTask task) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("world", ValueType.written(task.world()));
    task.secret().ifPresent(word -> keys.put("secret", word));
    return keys;
  }
}
