// SPDX-License-Identifier: MIT
// Writes sums and products with as few parentheses as they need.
#include "engine/rule_text.hpp"

#include "fogline/core/text.hpp"

namespace fogline {
namespace {

constexpr int digits = 4;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// Text and how tightly it binds: a sum, a product, a whole.
struct Term {
  std::string text;
  int binds = 2;
};

class Speller {
 public:
  explicit Speller(const Tape& tape) : tape_(tape), known_(tape.nodes.size()) {}

  // From now on this node is written as its number.
  void know(int node) { known_[at(node)] = true; }
  bool is_known(int node) const {
    const Operation o = tape_.nodes[at(node)].operation;
    return known_[at(node)] || o == Operation::input || o == Operation::constant;
  }
  std::string text(int node) const { return spelt(tape_.nodes[at(node)]).text; }

 private:
  static Term number(double value) {
    const std::string text = number_text(value, digits);
    return {text, text.front() == '-' ? 0 : 2};
  }
  Term term(int node) const {
    const Node& n = tape_.nodes[at(node)];
    return is_known(node) ? number(n.value) : spelt(n);
  }
  std::string inner(int node, int least) const {
    const Term t = term(node);
    return t.binds < least ? "(" + t.text + ")" : t.text;
  }
  // A constant 0, or something times one.
  bool is_nothing(int node) const {
    const Node& n = tape_.nodes[at(node)];
    if (n.operation == Operation::constant) return n.value == 0;
    return n.operation == Operation::multiply && !known_[at(node)] &&
           (is_nothing(n.a) || is_nothing(n.b));
  }
  Term sum(const Node& n) const {
    const bool minus = n.operation == Operation::subtract;
    if (is_nothing(n.b)) return term(n.a);
    if (is_nothing(n.a) && !minus) return term(n.b);
    return {inner(n.a, 0) + (minus ? " - " : " + ") + inner(n.b, minus ? 1 : 0), 0};
  }
  Term called(std::string_view name, const Node& n) const {
    std::string text = std::string(name) + "(" + term(n.a).text;
    if (n.b >= 0) text += ", " + term(n.b).text;
    return {text + ")"};
  }
  Term spelt(const Node& n) const {
    switch (n.operation) {
      case Operation::input:
      case Operation::constant:
        return number(n.value);
      case Operation::add:
      case Operation::subtract:
        return sum(n);
      case Operation::multiply:
        return {inner(n.a, 1) + " * " + inner(n.b, 1), 1};
      case Operation::divide:
        return {inner(n.a, 1) + " / " + inner(n.b, 2), 1};
      case Operation::negate:
        return {"-" + inner(n.a, 2), 0};
      case Operation::power:
        return {inner(n.a, 2) + "^" + std::to_string(n.exponent)};
      case Operation::select:
        return term(tape_.nodes[at(n.a)].value != 0 ? n.b : n.c);
      case Operation::less:
      case Operation::greater:
        return number(n.value);
      default:
        return called(names[at(static_cast<int>(n.operation) - static_cast<int>(Operation::sqrt))],
                      n);
    }
  }

  static constexpr std::string_view names[] = {"sqrt",     "exp",  "log", "sin",   "cos",
                                               "cos_sqrt", "tanh", "abs", "floor", "atan2"};
  const Tape& tape_;
  std::vector<bool> known_;
};

// How often each node is used by the results.
std::vector<int> uses(const Tape& tape, const std::vector<Expression>& results) {
  std::vector<int> count(tape.nodes.size());
  for (const Expression& e : results)
    if (e.node >= 0) ++count[at(e.node)];
  for (int i = static_cast<int>(tape.nodes.size()) - 1; i >= 0; --i)
    if (count[at(i)] > 0)
      for (const int part : {tape.nodes[at(i)].a, tape.nodes[at(i)].b, tape.nodes[at(i)].c})
        if (part >= 0) ++count[at(part)];
  return count;
}

bool is_weight_decay(const Tape& tape, int node) {
  const Node& n = tape.nodes[at(node)];
  return n.operation == Operation::add && tape.nodes[at(n.a)].name == "g";
}

}  // namespace

std::vector<NumberLine> number_lines(const Tape& tape, const std::vector<std::string_view>& symbols,
                                     const std::vector<Expression>& results) {
  Speller speller(tape);
  std::vector<NumberLine> lines;
  const std::vector<int> count = uses(tape, results);
  for (std::size_t i = 0; i < count.size(); ++i) {
    const int node = static_cast<int>(i);
    if (count[i] < 2 || !is_weight_decay(tape, node)) continue;
    const std::string text = speller.text(node);
    if (text != number_text(tape.nodes[at(tape.nodes[i].a)].value, digits))
      lines.push_back({"d", text, tape.nodes[i].value});
    speller.know(node);
  }
  for (std::size_t k = 0; k < results.size(); ++k) {
    const Expression& e = results[k];
    lines.push_back(
        {symbols[k], e.node >= 0 ? speller.text(e.node) : number_text(e.value, digits), e.value});
    if (e.node >= 0) speller.know(e.node);
  }
  return lines;
}

}  // namespace fogline
