// SPDX-License-Identifier: MIT
// Runs a formula on numbers that remember, and writes down what they remember: what is used once in
// place, the rest under names.
#include "fogline/landscapes/written.hpp"

#include "fogline/core/expression.hpp"
#include "fogline/core/text.hpp"
#include "landscapes/composite.hpp"
#include "landscapes/formula.hpp"

namespace fogline {
namespace {

// Text and how tightly it binds: a comparison or a sum, a product, a power, a whole.
struct Term {
  std::string text;
  int binds = whole;

  static constexpr int sum = 0, product = 1, power = 2, whole = 3;
  std::string within(int least) const { return binds < least ? "(" + text + ")" : text; }
};

class Writer {
 public:
  explicit Writer(const Tape& tape) : tape_(tape), uses_(tape.nodes.size()), terms_(uses_.size()) {}

  std::string write(int result) {
    count(result);
    for (int i = 0; i <= result; ++i)
      if (uses_[at(i)] > 0) put(i, i == result);
    return lines_ + "    return " + terms_[at(result)].text + "\n";
  }

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }
  const Node& node(int i) const { return tape_.nodes[at(i)]; }

  // How often each node is used by what the result needs; the tape is in order of computation.
  void count(int result) {
    uses_[at(result)] = 1;
    for (int i = result; i >= 0; --i)
      if (uses_[at(i)] > 0)
        for (const int part : {node(i).a, node(i).b, node(i).c})
          if (part >= 0) ++uses_[at(part)];
  }
  // What is used twice, or grows long, gets a line and a name.
  void put(int i, bool last) {
    Term term = spelt(node(i));
    const bool leaf =
        node(i).operation == Operation::input || node(i).operation == Operation::constant;
    if (!leaf && !last && (uses_[at(i)] > 1 || term.text.size() > longest_line)) {
      const std::string name = "t" + std::to_string(++named_);
      lines_ += "    " + name + " = " + term.text + "\n";
      term = {name};
    }
    terms_[at(i)] = term;
  }
  std::string within(int i, int least) const { return terms_[at(i)].within(least); }
  // a sign b, evaluated from the left as it was computed.
  Term infix(const Node& n, std::string_view sign, int binds) const {
    return {within(n.a, binds) + " " + std::string(sign) + " " + within(n.b, binds + 1), binds};
  }
  Term call(const Node& n, std::string_view name) const {
    std::string text = std::string(name) + "(" + within(n.a, 0);
    for (const int part : {n.b, n.c})
      if (part >= 0) text += ", " + within(part, 0);
    return {text + ")"};
  }
  Term spelt(const Node& n) const {
    switch (n.operation) {
      case Operation::input:
        return {std::string(n.name)};
      case Operation::constant:
        return {number_text(n.value), n.value < 0 ? Term::product : Term::whole};
      case Operation::add:
        return infix(n, "+", Term::sum);
      case Operation::subtract:
        return infix(n, "-", Term::sum);
      case Operation::multiply:
        return infix(n, "*", Term::product);
      case Operation::divide:
        return infix(n, "/", Term::product);
      case Operation::negate:
        return {"-" + within(n.a, Term::power), Term::product};
      case Operation::power:
        return {within(n.a, Term::whole) + " ** " + std::to_string(n.exponent), Term::power};
      case Operation::less:
        return infix(n, "<", Term::sum);
      case Operation::greater:
        return infix(n, ">", Term::sum);
      case Operation::select:
        return call(n, "where");
      default:
        return call(n, names[static_cast<std::size_t>(n.operation) -
                             static_cast<std::size_t>(Operation::sqrt)]);
    }
  }

  static constexpr std::size_t longest_line = 70;
  static constexpr std::string_view names[] = {"sqrt",     "exp",  "log", "sin",   "cos",
                                               "cos_sqrt", "tanh", "abs", "floor", "atan2"};
  const Tape& tape_;
  std::vector<int> uses_;
  std::vector<Term> terms_;
  std::string lines_;
  int named_ = 0;
};

}  // namespace

std::optional<std::string> python_formula(const Landscape& landscape) {
  return std::visit(
      []<class L>(const L& l) -> std::optional<std::string> {
        if constexpr (Composite<L>) {
          return std::nullopt;
        } else {
          Tape tape;
          const Point<Expression> p{input(tape, "x", 0), input(tape, "y", 0)};
          const Expression loss = l(p);
          if (loss.tape == nullptr) return "    return 0 * x + " + number_text(loss.value) + "\n";
          return Writer(tape).write(loss.node);
        }
      },
      landscape);
}

}  // namespace fogline
