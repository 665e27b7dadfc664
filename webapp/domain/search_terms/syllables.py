"""Pinyin without tones: its syllables, and the ways to cut letters into them."""

from __future__ import annotations

import re
from functools import lru_cache

_ALL = """
a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang
cao ce cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan
chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de dei deng di dia
dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo
fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai
han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao
jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku kua kuai
kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu
lo long lou lu luan lue lun luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min
ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong
nou nu nuan nue nun nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping
po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng
ri rong rou ru rua ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang shao she
shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun
suo ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan
wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan
yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai
zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi
zong zou zu zuan zui zun zuo
"""
SYLLABLES = frozenset(_ALL.split())
BEGINNINGS = frozenset(each[:end] for each in SYLLABLES for end in range(1, len(each) + 1))
LONGEST = 6
MOST_WAYS = 6
_TONE = re.compile(r"(?<=[a-z])[1-5](?![0-9])")
Syllables = tuple[str, ...]


def canonical(syllable: str) -> str:
    """Return the syllable as most people type it: lü and lv are lu."""
    return syllable.replace("v", "u") if syllable[:2] in ("lv", "nv") else syllable


@lru_cache(maxsize=4096)
def cuts(letters: str) -> tuple[Syllables, ...]:
    """Return the ways to cut `letters` into syllables, fewest syllables first, at most six.

    Xian is one syllable or xi-an; letters that no way fits give none.
    """
    plain = without_tones(letters)
    if not plain.isascii() or not plain.isalpha():
        return ()
    return tuple(sorted(_cut(plain, set()), key=len)[:MOST_WAYS])


def without_tones(letters: str) -> str:
    """Drop the tones of `wai4tan1`; other digits stay."""
    return _TONE.sub("", letters)


def _cut(letters: str, dead: set[str]) -> list[Syllables]:
    if not letters:
        return [()]
    if letters in dead:
        return []
    ways: list[Syllables] = []
    for end in range(min(LONGEST, len(letters)), 0, -1):
        if letters[:end] in SYLLABLES and len(ways) < MOST_WAYS:
            head = canonical(letters[:end])
            ways += [(head, *rest) for rest in _cut(letters[end:], dead)[:MOST_WAYS]]
    if not ways:
        dead.add(letters)
    return ways


def unfinished_cuts(letters: str) -> tuple[tuple[Syllables, str], ...]:
    """Return the ways to read `letters` as syllables and the beginning of one more."""
    found = []
    for end in range(max(0, len(letters) - LONGEST), len(letters)):
        tail = letters[end:]
        if tail in BEGINNINGS:
            found += [(way, tail) for way in cuts(letters[:end])]
    return tuple(sorted(found, key=lambda way: (len(way[0]), way))[:MOST_WAYS])
