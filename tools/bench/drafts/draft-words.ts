/** What the made drafts speak of: a bureau's usual subjects, places and acts. Names of people and houses are invented. */
export const towns = '台城 水步 四九 都斛 斗山 广海 海宴 汶村 北陡 深井 端芬 白沙 三合 冲蒌 赤溪 大江 川岛'.split(' ');

export const subjects = [
  '老旧小区改造',
  '既有住宅加装电梯',
  '保障性租赁住房建设',
  '公租房分配入住',
  '城镇危房排查整治',
  '燃气安全隐患整治',
  '建筑施工扬尘治理',
  '物业服务质量提升',
  '绿色建筑推广',
  '城市更新',
  '农村危房改造',
  '房地产市场秩序整顿',
  '建筑工地安全生产',
  '防御台风',
  '白蚁防治',
  '城镇污水管网建设',
  '历史建筑保护',
  '传统村落保护',
  '住房公积金缴存',
  '工程质量监督',
  '消防验收',
  '智慧工地建设',
  '预售资金监管',
  '农民工工资保障',
];

export const headlines = [
  '{town}镇{subject}工作取得新进展',
  '市住建局召开{subject}工作推进会',
  '我市部署第{number}季度{subject}专项行动',
  '市住建局赴{town}镇督导{subject}',
  '{subject}惠及{town}{number}户居民',
  '关于做好{subject}工作的通知',
  '一图读懂：{subject}怎么办',
  '{month}月{subject}情况通报',
  '{town}街道{estate}{subject}完工',
  '全市{subject}现场会在{town}召开',
];

export const sentences = [
  '{month}月{day}日，市住房和城乡建设局组织召开全市{subject}工作会议，局党组书记、局长{person}出席会议并讲话。',
  '会议通报了今年以来{subject}的总体情况，对下一阶段重点任务作出安排。',
  '今年以来，全市累计投入资金{number}万元，{subject}惠及居民{households}户。',
  '检查组一行先后来到{town}镇{estate}、{town}镇{estate}，实地查看{subject}的进展，并与居民代表座谈。',
  '“以前上下楼不方便，现在好多了。”家住{estate}{number}栋的居民{person}说。',
  '针对发现的{number}处问题，检查组当场下发整改通知书，要求责任单位限期整改、逐项销号。',
  '据介绍，该项目总建筑面积{households}平方米，计划于{month}月底前完成主体工程施工。',
  '{person}强调，各镇（街道）要压实属地责任，健全工作机制，确保{subject}落到实处。',
  '下一步，市住建局将持续优化营商环境，推进施工许可“一网通办”，缩短审批时限{number}个工作日。',
  '该局有关负责人表示，将按照GB/T {households}等标准，加强对{subject}全过程监管。',
  '市民如有疑问，可在工作日拨打咨询电话0750-{phone}，或到{town}镇便民服务中心{number}号窗口办理。',
  '截至{month}月{day}日，{town}镇已完成{subject}任务的{percent}%，其余项目正按计划推进。',
  '培训邀请省内专家{person}授课，来自{number}家企业的{households}余名从业人员参加。',
  '{estate}建成于20世纪{decade}年代，管线老化、停车难等问题长期困扰居民。',
  '施工单位负责人{person}介绍，项目部每天安排{number}名安全员巡查，对深基坑、起重机械等重点部位拍照留痕。',
  '根据住建部和省住建厅的部署，本次行动为期{number}个月，分动员、自查、督查、总结四个阶段进行。',
];

export const captions = [
  '{subject}现场',
  '{person}（右二）在{estate}调研',
  '{town}镇{estate}新貌',
  '工作人员向居民讲解{subject}政策',
];

export const estates =
  '河滨花园 向阳小区 桔园新村 东门里 北坑新村 沙岗湖小区 凤凰苑 富华新村 石化大院 环城东路宿舍 建材厂宿舍 育才苑 碧水湾 侨苑新村 南昌小区 健康路大院'.split(
    ' ',
  );

export const surnames = '陈李黄张梁林王吴刘曾谭伍赵朱邝余容麦马雷'.split('');
export const givenNames = '志强 美玲 国华 伟明 秀英 文 建平 丽华 俊杰 晓燕 永康 思敏 海波 婉仪 家豪 子轩'.split(' ');

export const keywords = ['住房保障', '城市更新', '民生', '安全生产', '建筑业', '物业', '房地产', '乡村建设'];
