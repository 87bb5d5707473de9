package org.galton.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ReplyTest {
  @Test
  void readsOperationsWithFencesAndWordsAround() {
    Reply.Curated curated =
        Reply.curated(
            """
            Here it is:
            ```json
            {"reasoning": "…", "operations": [
              {"type": "ADD", "section": "A", "content": "y"},
              {"type": "UPDATE", "id": "a-00001", "content": "z"},
              {"type": "MERGE", "ids": ["a-00001", "a-00002"]},
              {"type": "DELETE", "id": "a-00003"},
              {"type": "CREATE_META", "section": "M"},
              {"type": "ADD", "section": "A", "content": 7},
              "noise"]}
            ```
            """);

    assertThat(curated.fault()).isEmpty();
    assertThat(curated.ignored()).isEqualTo(3);
    assertThat(curated.operations())
        .containsExactly(
            new Operation.Add("A", "y"),
            new Operation.Update("a-00001", "z"),
            new Operation.Merge(List.of("a-00001", "a-00002"), ""),
            new Operation.Delete("a-00003"));
  }

  @Test
  void hostileRepliesAskForNothing() {
    String deep = "{\"operations\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    String many = "{\"operations\":[" + "{},".repeat(Reply.MOST_ITEMS) + "{}]}";

    assertThat(Reply.curated("x".repeat(10_000_000)).fault())
        .contains("it has 10,000,000 characters, more than 1,000,000");
    assertThat(Reply.curated(deep).fault())
        .hasValueSatisfying(why -> assertThat(why).contains("500"));
    assertThat(Reply.curated(many).fault())
        .contains("its list 'operations' has 1,001 items, more than 1,000");
    assertThat(Reply.curated("{\"operations\": [\u0000\u001b]}").fault()).isPresent();
    assertThat(Reply.curated("{\"operations\": [], \"operations\": []}").fault()).isPresent();
    assertThat(Reply.curated("no braces").fault()).contains("it holds no JSON object");
    assertThat(Reply.curated("}{").fault()).contains("it holds no JSON object");
    assertThat(Reply.curated("{\"operations\": 3}").fault())
        .contains("it has no list 'operations'");
    assertThat(Reply.curated("{\"operations\": [] } {").operations()).isEmpty();
  }

  @Test
  void aReflectorsTagsCountOnceForEachBullet() {
    Reply.Reflected reflected =
        Reply.reflected(
            "{\"lesson\": \"carry\", \"tags\": [{\"id\": \"a-00001\", \"tag\": \"helpful\"},"
                + "{\"id\": \"a-00001\", \"tag\": \"HARMFUL\"}, {\"id\": \"b-00002\", \"tag\": \"great\"}]}");

    assertThat(reflected.lesson()).isEqualTo("carry");
    assertThat(reflected.tags()).containsExactly(new BulletTag("a-00001", Tag.HARMFUL));
    assertThat(reflected.fault()).isEmpty();
  }

  @Test
  void aReflectionWithoutJsonIsALessonWithoutTags() {
    Reply.Reflected reflected = Reply.reflected("Mind the\u0000 carry.");

    assertThat(reflected.lesson()).isEqualTo("Mind the carry.");
    assertThat(reflected.tags()).isEmpty();
    assertThat(reflected.fault()).contains("it holds no JSON object");
    assertThat(Reply.reflected("y".repeat(10_000_000)).lesson()).hasSize(4_000);
  }

  @Test
  void theLineOfBulletsIsNoPartOfTheAnswer() {
    assertThat(UsedBullets.read("x = 4\nanswer=4\nBULLETS: a-00001, b_c-00012, nonsense"))
        .isEqualTo(new UsedBullets("x = 4\nanswer=4", List.of("a-00001", "b_c-00012")));
    assertThat(UsedBullets.read("BULLETS: a-00001"))
        .isEqualTo(new UsedBullets("", List.of("a-00001")));
    assertThat(UsedBullets.read("no BULLETS: a-00001"))
        .isEqualTo(new UsedBullets("no BULLETS: a-00001", List.of()));
  }
}
