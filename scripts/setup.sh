# Sourced by demo and test. `set_up [test]` makes .venv with the pinned dependencies; quick when nothing has changed.
# shellcheck shell=bash

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
VENV="$ROOT/.venv"

stop_with() {
  echo "$1" >&2
  exit 2
}

find_python() {
  local name
  for name in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
  return 1
}

make_venv() {
  local python message
  python="$(find_python)" || stop_with "需要 Python 3.11 或更新的版本；请先安装，或用环境变量 PYTHON 指定它的位置。"
  rm -rf "$VENV"
  if ! message="$("$python" -m venv "$VENV" 2>&1)"; then
    rm -rf "$VENV"
    stop_with "$python 的 venv 模块不能使用（Debian 和 Ubuntu 上请安装 python3-venv）：${message//$'\n'/ }"
  fi
}

# What the environment was made from: when one of these changes, it is made anew. A venv does not survive being moved.
fingerprint() {
  cat "$ROOT/pyproject.toml" "$ROOT/scripts/setup.sh" - <<<"$ROOT" | cksum
}

# Whether the environment is complete with the extra: "" or "test".
has() {
  local stamp="$VENV/.stamp-${1:-plain}"
  [[ -f "$stamp" && "$(cat "$stamp")" == "$(fingerprint)" ]] && "$VENV/bin/python" -c '' 2>/dev/null
}

set_up() {
  local extra="${1:-}"
  if has test || has "$extra"; then
    return
  fi
  has "" || make_venv
  echo "正在安装依赖（只需一次）……" >&2
  "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --editable "$ROOT${extra:+[$extra]}" >&2 ||
    stop_with "依赖没有装上，原因见上；多半是网络不通，请稍后再试。"
  fingerprint >"$VENV/.stamp-${extra:-plain}"
}

# For tests in a real browser. A machine where we may not install says so, and those tests tell.
set_up_browser() {
  local missing=()
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
    missing+=(chromium)
  [[ -n "$(fc-list :lang=zh 2>/dev/null)" ]] || missing+=(fonts-noto-cjk)
  if [[ ${#missing[@]} -eq 0 ]]; then
    return
  fi
  if [[ "$(id -u)" -ne 0 ]] || ! command -v apt-get >/dev/null; then
    echo "缺少 ${missing[*]}，浏览器测试需要它们。" >&2
    return
  fi
  echo "正在安装 ${missing[*]} ……" >&2
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq >&2 && apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null ||
    echo "${missing[*]} 没有装上，浏览器测试需要它们。" >&2
}
