package tribune.shell.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {

  /** The contract, written out: a number that changes breaks somebody's pipeline. */
  @ParameterizedTest
  @CsvSource({
    "OK,0",
    "INTERNAL,1",
    "USAGE,2",
    "FAIL,3",
    "INCOMPLETE,4",
    "ERROR,5",
    "UNSOUND,6",
    "DRIFT,7",
    "REFUSED,8",
    "INTERRUPTED,130"
  })
  void the_numbers_are_a_contract(ExitCode code, int number) {
    assertThat(code.number()).isEqualTo(number);
    assertThat(ExitCode.ofNumber(number)).isEqualTo(code);
  }

  @Test
  void there_are_no_others() {
    assertThat(ExitCode.values()).hasSize(10);
    assertThatThrownBy(() -> ExitCode.ofNumber(9)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_several_verdicts_the_worst_decides() {
    assertThat(worst(ExitCode.OK, ExitCode.INCOMPLETE)).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(worst(ExitCode.FAIL, ExitCode.INCOMPLETE)).isEqualTo(ExitCode.FAIL);
    assertThat(worst(ExitCode.ERROR, ExitCode.FAIL, ExitCode.OK)).isEqualTo(ExitCode.ERROR);
    assertThat(worst(ExitCode.ERROR, ExitCode.USAGE, ExitCode.FAIL)).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void what_could_not_be_carried_out_is_no_answer() {
    assertThat(Stream.of(ExitCode.values()).filter(code -> !code.isAnswer()))
        .containsExactlyInAnyOrder(
            ExitCode.USAGE, ExitCode.REFUSED, ExitCode.INTERNAL, ExitCode.INTERRUPTED);
  }

  private static ExitCode worst(ExitCode... codes) {
    return Stream.of(codes).reduce(ExitCode.OK, ExitCode::worse);
  }
}
