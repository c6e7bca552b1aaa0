package tribune.decision;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Currency;
import tribune.schema.WrittenBy;

/**
 * An amount of money. Equal amounts are equal whatever their scale: {@code 2.50 USD} is {@code 2.5
 * USD}.
 *
 * @param amount in units of the currency (dollars, not cents)
 */
@WrittenBy(MoneyForm.class)
public record Money(BigDecimal amount, Currency currency) {
  public Money {
    requireNonNull(currency, "currency");
    amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
  }
}
