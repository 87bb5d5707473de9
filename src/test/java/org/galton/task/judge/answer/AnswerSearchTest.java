package org.galton.task.judge.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerSearchTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Answer: 5\\n\\boxed{7}; box 7",
        "\\boxed{7}\\nAnswer: 5; box 7",
        "<answer>7</answer>; answer tag 7",
        "<answer>7; answer tag 7",
        "<answer>Answer: 7</answer>; answer tag 7",
        "<ANSWER>7</ANSWER>; answer tag 7",
        "<answer>5</answer> <answer>7</answer>; answer tag 7",
        "\\boxed{5} then <answer>7</answer>; answer tag 7",
        "#### 7; #### 7",
        "#### 5\\n#### 7; #### 7",
        "#### Step 3\\nAnswer: 7; phrase 7",
        "##### 5\\nAnswer: 7; phrase 7",
        "The final answer is 7.; final answer 7",
        "**Final Answer**\\n\\n7; final answer 7",
        "Final answer: 7; final answer 7",
        "To get the final answer we add 3 and 4.\\nAnswer: 7; phrase 7",
        "The answer is: **7**; phrase 7",
        "**Answer:** 7; phrase 7",
        "The answer to the question is 7.; phrase 7",
        "Answer (in cm): 7; phrase 7",
        "# Answer\\n7; heading 7",
        "Answer\\n\\n7 apples; heading 7",
        "The solution is 7.; phrase 7",
        "Solution: we add 3.\\n7; last line 7",
        "The answer is 7. The answer is correct.; phrase 7",
        "so $3 + 4 = 7$ hold for 9 of them; math span 3",
        "it costs $5 and she has $7; last line 7",
        "so 7; last line 7",
        "\\boxed{7; none",
        "\\boxed{7} and \\boxed{8; none",
        "$\\boxed{5$ so \\boxed{7}; box 7",
        "\\boxed{}; none",
        "\\boxed{} or so 7; none",
        "\\boxed{7} in \\boxed{}; box 7",
        "\\boxed{?}; none",
        "\\boxed 7; box 7",
        "\\boxed7; box 7",
        "\\framebox[2cm]{7}; box 7",
        "\\boxed{\\boxed{7}}; box 7",
        "\\boxed{3} and \\boxed{4}; box 3, 4",
        "\\boxed{3}, \\boxed{4}; box 3, 4",
        "\\boxed{7}\\n\\n\\boxed{7}; box 7",
        "\\boxed{3}\\n\\n\\boxed{7}; box 7",
      })
  void theLastPlaceOfTheBestRankCounts(String text, String found) {
    assertThat(PlainReader.find(text.replace("\\n", "\n"))).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "The answer is 7. It is not \\boxed{5}.; phrase 7",
        "The answer is 7. The answer isn't 5.; phrase 7",
        "The answer is 7, I don't think that the answer is 5.; phrase 7",
        "The answer is 7. The answer is never 5.; phrase 7",
        "The answer is 7. Is the answer: 5?; phrase 7",
        "The answer is 7. What if the answer is 5; phrase 7",
        "If x is 2, the answer is 7.; phrase 7",
        "It is not 5, so the answer is 7.; phrase 7",
        "It is not easy. Answer: 7; phrase 7",
        "答案是7。不是\\boxed{5}; phrase 7",
        "答え:7。答えは5ではない; phrase 7",
        "Die Antwort ist 7. Die Antwort ist nicht 5.; phrase 7",
      })
  void whatIsTakenBackOrAskedIsNoAnswer(String text, String found) {
    assertThat(PlainReader.find(text)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "I don't know.; declined",
        "I don't know the answer.; declined",
        "I'm sorry, I can't help with that.; declined",
        "We have 3 apples. There is not enough information to answer.; declined",
        "The answer cannot be determined from the given information.; declined",
        "\\boxed{\\text{cannot be determined}}; declined",
        "Answer: unanswerable; declined",
        "Answer: I don't know.; declined",
        "I don't know it by heart. Answer: 7; phrase 7",
        "I don't know. Answer: 7; phrase 7",
        "I don't know, perhaps 7; last line 7",
        "We could take 7, but there is not enough information.; declined",
        "There are 7. I am sorry, I do not know, sorry.; declined",
        "\\boxed{7} I don't know.; box 7",
      })
  void decliningIsAWholeClauseWhereNoAnswerIsCommitted(String text, String found) {
    assertThat(PlainReader.find(text)).isEqualTo(found);
  }

  @Test
  void behindAMarkerNothingElseIsTried() {
    AnswerSearch search = AnswerSearch.withDefaults().withMarker("**Answer:**");
    assertThat(PlainReader.find(search, "**Answer:**\n18")).isEqualTo("marker 18");
    assertThat(PlainReader.find(search, "**Answer:** 5 **Answer:** 18")).isEqualTo("marker 18");
    assertThat(PlainReader.find(search, "**Answer:**\n$$\n18\n$$")).startsWith("marker 18");
    assertThat(PlainReader.find(search, "\\boxed{18}")).isEqualTo("none");
    assertThat(PlainReader.find(search, "18 **Answer:**")).isEqualTo("none");
    assertThat(PlainReader.find(search, "**Answer:**" + "\n".repeat(30) + "18")).isEqualTo("none");
  }

  @Test
  void withoutAFallbackOnlyMarkedAnswersCount() {
    AnswerSearch search = new AnswerSearch("", Thoughts.SKIPPED, AnswerFallback.NONE, List.of());
    assertThat(PlainReader.find(search, "so $7$")).isEqualTo("none");
    assertThat(PlainReader.find(search, "so 7")).isEqualTo("none");
    assertThat(PlainReader.find(search, "Answer: 7")).isEqualTo("phrase 7");
  }

  @Test
  void onlyTheLanguagesAskedForAreKnown() {
    AnswerSearch german =
        new AnswerSearch("", Thoughts.SKIPPED, AnswerFallback.LAST, List.of("de"));
    assertThat(PlainReader.find(german, "Antwort: 7")).isEqualTo("phrase 7");
    assertThat(PlainReader.find(german, "Answer: 7")).isEqualTo("last line 7");
    assertThatThrownBy(
            () -> new AnswerSearch("", Thoughts.SKIPPED, AnswerFallback.LAST, List.of("xx")))
        .hasMessageStartingWith("Invalid language 'xx': expected one of en, de, fr,");
  }
}
