/** Texts in encodings that Node cannot write, made by Python's codecs: encoding, text, bytes in base64. */
export const ENCODED: readonly (readonly [encoding: string, text: string, base64: string])[] = [
  [
    'windows-1252',
    `“We’ve never exported weapons,” said an official — adding: keep your mouth shut. The café costs €5.`,
    'k1dlknZlIG5ldmVyIGV4cG9ydGVkIHdlYXBvbnMslCBzYWlkIGFuIG9mZmljaWFsIJcgYWRkaW5nOiBrZWVwIHlvdXIgbW91dGggc2h1dC4gVGhlIGNhZukgY29zdHMggDUu',
  ],
  [
    'windows-1252',
    `Le président a déclaré jeudi que la réforme serait présentée avant l'été, malgré l'opposition.`,
    'TGUgcHLpc2lkZW50IGEgZOljbGFy6SBqZXVkaSBxdWUgbGEgculmb3JtZSBzZXJhaXQgcHLpc2VudOllIGF2YW50IGwn6XTpLCBtYWxncukgbCdvcHBvc2l0aW9uLg==',
  ],
  [
    'windows-1251',
    `Президент заявил в четверг, что правительство представит новый закон до конца года.`,
    'z/Dl5+jk5e3yIOfg/+Lo6yDiIPfl8uLl8OMsIPfy7iDv8ODi6PLl6/zx8uLuIO/w5eTx8uDi6PIg7e7i++kg5+Dq7u0g5O4g6u7t9uAg4+7k4C4=',
  ],
  [
    'koi8-r',
    `Президент заявил в четверг, что правительство представит новый закон до конца года.`,
    '8NLF2snExc7UINrB0dfJzCDXIN7F1NfF0scsIN7UzyDQ0sHXydTFzNjT1NfPINDSxcTT1MHXydQgzs/X2cog2sHLz84gxM8gy8/Ow8Egx8/EwS4=',
  ],
  [
    'windows-1250',
    `Prezydent powiedział w czwartek, że rząd przedstawi nową ustawę. Związki żądają wyjaśnień, a świat patrzy.`,
    'UHJlenlkZW50IHBvd2llZHppYbMgdyBjendhcnRlaywgv2Ugcnq5ZCBwcnplZHN0YXdpIG5vd7kgdXN0YXfqLiBad2m5emtpIL+5ZGFquSB3eWphnG5pZfEsIGEgnHdpYXQgcGF0cnp5Lg==',
  ],
  [
    'iso-8859-7',
    `Ο πρόεδρος δήλωσε την Πέμπτη ότι η κυβέρνηση θα παρουσιάσει νέο νόμο πριν από το τέλος του έτους.`,
    'zyDw8fzl5PHv8iDk3uv58+Ug9OftINDd7PD05yD89Okg5yDq9eLd8e3n8+cg6OEg8OHx7/Xz6dzz5ekg7d3vIO387O8g8PHp7SDh8Pwg9O8g9N3r7/Ig9O/1IN307/XyLg==',
  ],
  [
    'windows-1254',
    `Cumhurbaşkanı perşembe günü hükümetin yıl sonundan önce yeni bir yasa sunacağını söyledi.`,
    'Q3VtaHVyYmH+a2Fu/SBwZXL+ZW1iZSBn/G78IGj8a/xtZXRpbiB5/Wwgc29udW5kYW4g9m5jZSB5ZW5pIGJpciB5YXNhIHN1bmFjYfD9bv0gc/Z5bGVkaS4=',
  ],
  [
    'shift_jis',
    `首相は木曜日、政府が年末までに新しい法案を提出すると述べた。`,
    'jvGRioLNltiXapP6gUGQrZV7gqqUTpaWgtyCxYLJkFaCtYKilkCIxILwkvGPb4K3gumCxo9xgteCvYFC',
  ],
  [
    'euc-jp',
    `首相は木曜日、政府が年末までに新しい法案を提出すると述べた。`,
    'vPPB6qTPzNrNy8b8oaLAr8ncpKzHr8v2pN6kx6TLv7ekt6Sky6GwxqTyxPO90KS5pOukyL3SpNmkv6Gj',
  ],
  [
    'iso-2022-jp',
    `首相は木曜日、政府が年末までに新しい法案を提出すると述べた。`,
    'GyRCPHNBaiRPTFpNS0Z8ISJAL0lcJCxHL0t2JF4kRyRLPzckNyQkSyEwRiRyRHM9UCQ5JGskSD1SJFkkPyEjGyhC',
  ],
  [
    'gb18030',
    `总统周四表示，政府将在年底前提出新法案。工会宣布将在全国举行抗议活动。`,
    '19zNs9bcy8Sx7cq+o6zV/riuvavU2sTqtdfHsMzhs/bQwreosLiho7mku+HQ+7K8vavU2sirufq+2dDQv7nS6bvutq+how==',
  ],
  [
    'big5',
    `總統週四表示，政府將在年底前提出新法案。工會宣布將在全國舉行抗議活動。`,
    'wWCyzrZnpXyq7aXcoUGsRqmysU6mYqZ+qbOrZbSjpVi3c6prrtehQ6R1t3yrxaWssU6mYqX+sOrBfKbmp9zEs6yhsMqhQw==',
  ],
  [
    'euc-kr',
    `대통령은 목요일 정부가 연말까지 새 법안을 제출할 것이라고 밝혔다.`,
    'tOvF67fJwLoguPG/5MDPIMGkus6woSC/rLi7se7B9iC79SC5/b7IwLsgwabD4sfSILDNwMy287DtILngx/u02S4=',
  ],
];
