package tribune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tribune.schema.Understood;

class MoneyFormTest {
  private final MoneyForm form = new MoneyForm();

  @ParameterizedTest
  @CsvSource({
    "2.5M USD, 2500000, 2.5M USD",
    "2500000 USD, 2500000, 2.5M USD",
    "300K EUR, 300000, 300000 EUR",
    "1.2345B JPY, 1234500000, 1234.5M JPY",
    "1B JPY, 1000000000, 1B JPY",
    "1234567 USD, 1234567, 1234567 USD",
    "0 USD, 0, 0 USD",
    "19.90 EUR, 19.9, 19.9 EUR"
  })
  void an_amount_is_read_and_written_in_its_shortest_exact_form(
      String written, BigDecimal amount, String again) {
    Money money = ((Understood.Value<Money>) form.read(written)).value();

    assertThat(money.amount()).isEqualByComparingTo(amount);
    assertThat(form.write(money)).isEqualTo(again);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$2.5M; write 2.5M USD",
        "USD 2.5M; write 2.5M USD",
        "2.5m usd; write 2.5M USD",
        "2.5 million EUR; write 2.5M EUR",
        "2,500,000 GBP; write 2500000 GBP",
        "2.5bn EUR; write 2.5B EUR",
        "2.5MUSD; write 2.5M USD",
        "40; add the currency: 40 USD, or another ISO 4217 code",
        "40 QQQ; write an ISO 4217 code such as USD",
        "40 XXX; write an ISO 4217 code such as USD",
        "-40 USD; ''",
        "a lot; ''",
        "1000000B USD; below 1000000B"
      })
  void what_is_no_money_is_refused_with_what_to_write(String written, String instead) {
    String said = form.read(written).fold(value -> "read", Understood.Misread::instead);

    assertThat(said).isEqualTo(instead);
  }

  @Test
  void every_amount_that_is_written_is_read_as_the_same() {
    long seed = 3;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 5_000; round++) {
      String written =
          random.nextLong(1_000_000_000_000L)
              + (random.nextBoolean() ? "" : "." + random.nextInt(10_000))
              + " USD";
      Understood<Money> read = form.read(written);
      if (read instanceof Understood.Value<Money> first) {
        assertThat(form.read(form.write(first.value())))
            .as("seed %d, round %d: %s", seed, round, written)
            .isEqualTo(first);
      }
    }
  }
}
