package org.galton.study.rates;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Counts blocks of rows by prompt. */
final class BlockCounter {
  private final RolloutCells cells;
  private final BlockLabels labels;
  private final VotePage votes = new VotePage();
  private final Map<PromptKey, RolloutCounts> counts = new HashMap<>();

  /** By the number of a prompt in the block, those of the model that came with it last. */
  private RolloutCounts[] ofPrompt = {};

  private int[] modelOf = {};

  BlockCounter(RolloutCells cells) {
    this.cells = cells;
    this.labels = new BlockLabels(cells);
  }

  Map<PromptKey, RolloutCounts> counts() {
    return counts;
  }

  void add(RolloutBlock block) {
    labels.read(block);
    Labels prompts = labels.of(RolloutColumn.PROMPT);
    Labels models = labels.of(RolloutColumn.MODEL);
    Labels answers = labels.of(RolloutColumn.ANSWER);
    begin(prompts.distinct());
    votes.begin(answers.distinct());
    RolloutCounts open = null;
    for (int i = 0; i < block.rows(); i++) {
      InternalRow row = block.row(i);
      cells.check(row, prompts.at(i) != Labels.NONE);
      RolloutCounts counts = of(i, prompts.at(i), models.at(i));
      if (counts != open && open != null) {
        votes.drain(answers, open);
      }
      open = counts;
      counts.add(row, i, cells, labels, votes);
    }
    if (open != null) {
      votes.drain(answers, open);
    }
  }

  private void begin(int prompts) {
    if (ofPrompt.length < prompts) {
      ofPrompt = new RolloutCounts[prompts];
      modelOf = new int[prompts];
    }
    Arrays.fill(ofPrompt, 0, prompts, null);
  }

  private RolloutCounts of(int row, int prompt, int model) {
    if (ofPrompt[prompt] == null || modelOf[prompt] != model) {
      UTF8String named = labels.of(RolloutColumn.MODEL).textAt(row);
      UTF8String text = labels.of(RolloutColumn.PROMPT).text(prompt);
      PromptKey key = new PromptKey(named == null ? UTF8String.EMPTY_UTF8 : named, text);
      RolloutCounts found = counts.get(key);
      if (found == null) {
        found = new RolloutCounts(labels.of(RolloutColumn.CLUSTER).textAt(row));
        counts.put(key.copy(), found);
      }
      ofPrompt[prompt] = found;
      modelOf[prompt] = model;
    }
    return ofPrompt[prompt];
  }
}
