// SPDX-License-Identifier: MIT
// A number that remembers how it was computed: a formula or an update rule run on it leaves its
// operations on a tape, to be written out as text or in another language. So what is written stands
// once, in C++. Any T in the place of double, jets or lanes.
#pragma once

#include <string_view>
#include <vector>

#include "fogline/core/elementary.hpp"

namespace fogline {

enum class Operation {
  input,
  constant,
  add,
  subtract,
  multiply,
  divide,
  negate,
  power,
  sqrt,
  exp,
  log,
  sin,
  cos,
  cos_sqrt,
  tanh,
  abs,
  floor,
  atan2,
  less,
  greater,
  select
};

// One operation; a, b and c are earlier nodes of the tape, -1 where there are fewer.
struct Node {
  Operation operation{};
  int a = -1, b = -1, c = -1;
  double value = 0;         // what it came to, to the bit; 0 or 1 of a comparison
  int exponent = 0;         // of a power
  std::string_view name{};  // of an input
};

struct Tape {
  std::vector<Node> nodes;

  int put(const Node& node) {
    nodes.push_back(node);
    return static_cast<int>(nodes.size()) - 1;
  }
};

// A constant until it meets a number of a tape. Borrows the tape.
struct Expression {
  Tape* tape = nullptr;
  int node = -1;
  double value = 0;

  Expression() = default;
  Expression(double constant) : value(constant) {}
  Expression(Tape& t, const Node& n) : tape(&t), node(t.put(n)), value(n.value) {}
};

// An input of the formula, to be written as `name`.
inline Expression input(Tape& tape, std::string_view name, double value) {
  return {tape, {.operation = Operation::input, .value = value, .name = name}};
}

// What a comparison gives.
struct Truth {
  Tape* tape = nullptr;
  int node = -1;
  bool value = false;
};

namespace taping {

inline int place(Tape& tape, const Expression& e) {
  return e.node >= 0 ? e.node : tape.put({.operation = Operation::constant, .value = e.value});
}
inline Expression unary(Operation operation, const Expression& a, double value, int exponent = 0) {
  if (a.tape == nullptr) return value;
  return {*a.tape, {.operation = operation, .a = a.node, .value = value, .exponent = exponent}};
}
inline Expression binary(Operation operation, const Expression& a, const Expression& b,
                         double value) {
  Tape* tape = a.tape != nullptr ? a.tape : b.tape;
  if (tape == nullptr) return value;
  const int left = place(*tape, a), right = place(*tape, b);
  return {*tape, {.operation = operation, .a = left, .b = right, .value = value}};
}
inline Truth compared(Operation operation, const Expression& a, const Expression& b, bool value) {
  const Expression e = binary(operation, a, b, value ? 1 : 0);
  return {e.tape, e.node, value};
}

}  // namespace taping

inline Expression operator+(const Expression& a, const Expression& b) {
  return taping::binary(Operation::add, a, b, a.value + b.value);
}
inline Expression operator-(const Expression& a, const Expression& b) {
  return taping::binary(Operation::subtract, a, b, a.value - b.value);
}
inline Expression operator*(const Expression& a, const Expression& b) {
  return taping::binary(Operation::multiply, a, b, a.value * b.value);
}
inline Expression operator/(const Expression& a, const Expression& b) {
  return taping::binary(Operation::divide, a, b, a.value / b.value);
}
inline Expression operator-(const Expression& a) {
  return taping::unary(Operation::negate, a, -a.value);
}
inline Truth operator<(const Expression& a, const Expression& b) {
  return taping::compared(Operation::less, a, b, a.value < b.value);
}
inline Truth operator>(const Expression& a, const Expression& b) {
  return taping::compared(Operation::greater, a, b, a.value > b.value);
}

inline Expression select(const Truth& truth, const Expression& a, const Expression& b) {
  Tape* tape = truth.tape != nullptr ? truth.tape : a.tape != nullptr ? a.tape : b.tape;
  const double value = truth.value ? a.value : b.value;
  if (truth.tape == nullptr) return truth.value ? a : b;
  const int left = taping::place(*tape, a), right = taping::place(*tape, b);
  return {*tape,
          {.operation = Operation::select, .a = truth.node, .b = left, .c = right, .value = value}};
}
inline Expression min(const Expression& a, const Expression& b) { return select(a < b, a, b); }
inline Expression max(const Expression& a, const Expression& b) { return select(a > b, a, b); }
inline Expression sign(const Expression& a) {
  return select(a > 0.0, 1.0, 0.0) - select(a < 0.0, 1.0, 0.0);
}

inline Expression pow(const Expression& a, int n) {
  return taping::unary(Operation::power, a, pow(a.value, n), n);
}
inline Expression sq(const Expression& a) {
  return taping::unary(Operation::power, a, a.value * a.value, 2);
}
inline Expression sqrt(const Expression& a) {
  return taping::unary(Operation::sqrt, a, sqrt(a.value));
}
inline Expression exp(const Expression& a) {
  return taping::unary(Operation::exp, a, exp(a.value));
}
inline Expression log(const Expression& a) {
  return taping::unary(Operation::log, a, log(a.value));
}
inline Expression sin(const Expression& a) {
  return taping::unary(Operation::sin, a, sin(a.value));
}
inline Expression cos(const Expression& a) {
  return taping::unary(Operation::cos, a, cos(a.value));
}
inline SinCos<Expression> sincos(const Expression& a) { return {sin(a), cos(a)}; }
inline Expression sinpi(const Expression& a) { return sin(pi * a); }
inline Expression cospi(const Expression& a) { return cos(pi * a); }
inline Expression cos_sqrt(const Expression& a) {
  return taping::unary(Operation::cos_sqrt, a, cos_sqrt(a.value));
}
inline Expression tanh(const Expression& a) {
  return taping::unary(Operation::tanh, a, tanh(a.value));
}
inline Expression abs(const Expression& a) {
  return taping::unary(Operation::abs, a, abs(a.value));
}
inline Expression floor(const Expression& a) {
  return taping::unary(Operation::floor, a, floor(a.value));
}
inline Expression atan2(const Expression& y, const Expression& x) {
  return taping::binary(Operation::atan2, y, x, atan2(y.value, x.value));
}

}  // namespace fogline
